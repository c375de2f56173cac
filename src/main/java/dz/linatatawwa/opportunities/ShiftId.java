package dz.linatatawwa.opportunities;

/** Names a shift of an opportunity. */
public record ShiftId(long value) {

  public ShiftId {
    if (value < 1) throw new IllegalArgumentException("not the id of a shift of an opportunity: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
