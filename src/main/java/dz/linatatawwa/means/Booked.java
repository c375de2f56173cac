package dz.linatatawwa.means;

/** What came of booking a thing. */
public sealed interface Booked {

  /** It stands: the organisation's own thing. */
  record Agreed(BookingId id) implements Booked {}

  /** The time is held, and the owner is asked. */
  record Asked(BookingId id) implements Booked {}

  /** Somebody has it in this time.
   *  @param by the booking that is in the way, or the first of several */
  record Taken(Booking by) implements Booked {}

  /** It is not lent: withdrawn, damaged, or not to this organisation. */
  record NotLent() implements Booked {}

  /** Only verified organisations borrow from others. */
  record NotVerified() implements Booked {}
}
