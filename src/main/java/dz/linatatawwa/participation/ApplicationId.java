package dz.linatatawwa.participation;

/** Names one application for a shift. */
public record ApplicationId(long value) {

  public ApplicationId {
    if (value < 1) throw new IllegalArgumentException("not the id of an application: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
