package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim as the one who settles it sees it.
 *  @param code   said aloud on the day
 *  @param in     checked in; null without an attendance
 *  @param flags  what to look at first
 *  @param first  who confirmed it, where it needs two; its level beside it
 *  @param by     who settled it
 *  @param reason as people wrote it */
public record ClaimRow(ClaimId id, AccountId volunteer, String name, String code, Instant from, Instant to, @Nullable Instant in, @Nullable Instant out,
    int minutes, Grade grade, List<Flag> flags, ClaimState state, boolean needsSecond, @Nullable AccountId first, @Nullable Level firstLevel,
    @Nullable AccountId by, @Nullable Instant settledAt, @Nullable String reasonCode, @Nullable String reason) {

  public ClaimRow {
    flags = List.copyOf(flags);
  }

  public boolean open() {
    return state == ClaimState.PROPOSED;
  }

  /** One person has confirmed it and another one is needed. */
  public boolean vouched() {
    return open() && first != null;
  }

  /** Is looked at by itself: for a reason of its own, not only because the whole shift was entered late. */
  public boolean exceptional() {
    return open() && first == null && flags.stream().anyMatch(flag -> flag != Flag.LATE && flag != Flag.MANY_LATER);
  }

  /** May be confirmed together with the others. */
  public boolean usual() {
    return open() && first == null && !exceptional();
  }

  public boolean asksForReason() {
    return flags.contains(Flag.OVER_TWELVE);
  }
}
