package dz.linatatawwa.stories;

/** Names a story. */
public record StoryId(long value) {

  public StoryId {
    if (value < 1) throw new IllegalArgumentException("not the id of a story: " + value);
  }

  /** Its page. */
  public String path() {
    return "/stories/" + value;
  }

  /** Where the media cell works on it. */
  public String deskPath() {
    return "/media/stories/" + value;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
