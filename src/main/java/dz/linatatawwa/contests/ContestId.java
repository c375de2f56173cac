package dz.linatatawwa.contests;

/** Names a contest. */
public record ContestId(long value) {

  public ContestId {
    if (value < 1) throw new IllegalArgumentException("not the id of a contest: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
