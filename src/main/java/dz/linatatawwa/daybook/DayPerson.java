package dz.linatatawwa.daybook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person of a day that is being closed.
 *  @param seat       has a seat; else a walk-in
 *  @param proposed   nobody checked this person out: the end of the shift stands in
 *  @param lastDeedAt when the roster last heard of this person
 *  @param answer     what a coordinator said to the exception, or null; older than the last deed it no longer holds */
public record DayPerson(long volunteerId, String name, String code, boolean seat, @Nullable Instant in, @Nullable Instant out,
    @Nullable Instant noShowAt, @Nullable Long noShowBy, boolean proposed, boolean corrected, @Nullable Instant lastDeedAt, @Nullable String answer,
    @Nullable Long answeredBy, @Nullable Instant answeredAt) {

  public boolean came() {
    return in != null;
  }

  public boolean stillIn() {
    return in != null && out == null;
  }

  public boolean left() {
    return out != null;
  }

  public boolean absent() {
    return noShowAt != null;
  }

  public boolean unmarked() {
    return in == null && noShowAt == null;
  }

  /** A coordinator has looked, and nothing reached the roster since. */
  public boolean answered() {
    return answer != null && answeredAt != null && (lastDeedAt == null || !answeredAt.isBefore(lastDeedAt));
  }
}
