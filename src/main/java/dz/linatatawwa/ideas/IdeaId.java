package dz.linatatawwa.ideas;

/** Names an idea. */
public record IdeaId(long value) {

  public IdeaId {
    if (value < 1) throw new IllegalArgumentException("not the id of an idea: " + value);
  }

  /** Its page. */
  public String path() {
    return "/ideas/" + value;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
