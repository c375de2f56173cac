package dz.linatatawwa.means;

/** Names the booking of a thing. */
public record BookingId(long value) {

  public BookingId {
    if (value < 1) throw new IllegalArgumentException("not the id of a booking: " + value);
  }

  /** The number alone, as addresses write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
