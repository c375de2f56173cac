package dz.linatatawwa.hours;

import org.jspecify.annotations.Nullable;

/** May this claim be confirmed by this person, now? The rules in their order. */
final class ConfirmingRules {

  /** What follows. */
  sealed interface Verdict {

    /** Goes into the ledger. */
    record Confirm() implements Verdict {}

    /** Counts as the first of two confirmations. */
    record Vouch() implements Verdict {}

    /** Stays as it is. */
    record Leave(Why why) implements Verdict {}
  }

  private final HourLimits limits;

  ConfirmingRules(HourLimits limits) {
    this.limits = limits;
  }

  /** @param dayMinutes the most that this person would have on one day with this claim
   *  @param overCap    whether the organisation is past its month's cap with it
   *  @param reason     given by the one who confirms; null when none */
  Verdict verdict(OpenClaim claim, Settler settler, int dayMinutes, boolean overCap, @Nullable String reason) {
    if (claim.volunteer() == settler.account()) return new Verdict.Leave(Why.OWN_HOURS);
    if (claim.minutes() > limits.shiftMinutes()) return new Verdict.Leave(Why.OVER_SHIFT);
    if (dayMinutes > limits.reasonMinutes() && reason == null && claim.reason() == null) return new Verdict.Leave(Why.OVER_TWELVE);
    if (!claim.needsSecond() && !overCap) return new Verdict.Confirm();
    return second(claim.first(), settler);
  }

  private static Verdict second(@Nullable Settler first, Settler settler) {
    if (first == null) return new Verdict.Vouch();
    boolean another = first.account() != settler.account() && first.level() != settler.level();
    return another ? new Verdict.Confirm() : new Verdict.Leave(Why.SAME_LEVEL);
  }
}
