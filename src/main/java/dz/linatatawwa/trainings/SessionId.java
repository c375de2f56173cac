package dz.linatatawwa.trainings;

/** Names a session of a training. */
public record SessionId(long value) {

  public SessionId {
    if (value < 1) throw new IllegalArgumentException("not the id of a session: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
