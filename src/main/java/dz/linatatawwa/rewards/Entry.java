package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** One number in a drawing of lots.
 *  @param rank    its place in the drawn order, from 1; null before the draw
 *  @param outcome won, unfit (the rule was not met when it was the number's turn), or null */
public record Entry(BenefitId benefit, int number, AccountId volunteer, @Nullable Integer rank, @Nullable String outcome) {

  /** Whether it waits for a place that comes free. */
  public boolean waits() {
    return rank != null && outcome == null;
  }
}
