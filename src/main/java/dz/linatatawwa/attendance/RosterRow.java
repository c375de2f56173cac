package dz.linatatawwa.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person on the roster of a day.
 *  @param phone    null where only an e-mail address is known
 *  @param seat     has a seat; else a walk-in
 *  @param proposed nobody checked this person out: the end of the shift stands in
 *  @param noShowBy who wrote down that the person did not come
 *  @param saysLeft when the person says to have left, where nobody else knows
 *  @param party    name of the team or group with which the person comes; null: on their own
 *  @param named    how many come under this person's application without an account */
public record RosterRow(long volunteerId, String name, String code, @Nullable String phone, boolean seat, @Nullable Instant checkedInAt,
    @Nullable Instant checkedOutAt, @Nullable Instant noShowAt, boolean proposed, @Nullable Long noShowBy, @Nullable Instant saysLeft, @Nullable String party,
    int named) {

  public boolean unmarked() {
    return checkedInAt == null && noShowAt == null;
  }

  public boolean in() {
    return checkedInAt != null && checkedOutAt == null;
  }

  public boolean out() {
    return checkedOutAt != null;
  }

  public boolean absent() {
    return noShowAt != null;
  }
}
