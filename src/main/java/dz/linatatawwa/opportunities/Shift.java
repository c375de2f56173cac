package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dated span of an opportunity with a capacity; it may go over midnight, at most 24 hours.
 *  @param taken  seats held by accepted people and by open offers
 *  @param series the repetition that made it, or null
 *  @param roles  may be empty; each has a capacity of its own within the shift's */
public record Shift(ShiftId id, OpportunityId opportunity, Instant startsAt, Instant endsAt, int capacity, int taken, State state,
    @Nullable Long series, List<Role> roles) {

  /** Whether people may still come in. */
  public enum State { OPEN, CLOSED, CANCELLED }

  /** What somebody does within a shift. */
  public record Role(RoleId id, String name, int capacity, int taken) {

    public int left() {
      return Math.max(0, capacity - taken);
    }
  }

  public Shift {
    roles = List.copyOf(roles);
  }

  /** Seats that nobody holds. */
  public int left() {
    return Math.max(0, capacity - taken);
  }

  public boolean full() {
    return taken >= capacity;
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** The day on which it begins, in Algeria. */
  public LocalDate day() {
    return startsAt.atZone(Words.ZONE).toLocalDate();
  }

  /** The day on which it ends, in Algeria; another one than {@link #day} over midnight. */
  public LocalDate lastDay() {
    return endsAt.atZone(Words.ZONE).toLocalDate();
  }

  /** Open, not begun, and a seat is free. */
  public boolean takes(Instant now) {
    return open() && !full() && startsAt.isAfter(now);
  }
}
