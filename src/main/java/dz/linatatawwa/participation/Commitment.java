package dz.linatatawwa.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person's part in one shift, as that person sees it.
 *  @param id        of the application; null for a walk-in
 *  @param state     of the application; {@code walk-in} where there is none
 *  @param position  in the waiting list, from 1; 0 elsewhere
 *  @param noShowBy  the account that wrote down that the person did not come
 *  @param answerDue when the organisation's clock runs out, of a pending one
 *  @param offerEnds until when an offered seat is to be confirmed */
public record Commitment(@Nullable ApplicationId id, String state, ShiftFacts facts, int position, @Nullable Instant appliedAt,
    @Nullable Instant answerDue, @Nullable Instant offerEnds, @Nullable String reasonCode, @Nullable String reasonWords,
    @Nullable Instant checkedInAt, @Nullable Instant checkedOutAt, boolean noShow, @Nullable Long noShowBy) {

  public boolean is(String other) {
    return state.equals(other);
  }

  public boolean came() {
    return checkedInAt != null;
  }
}
