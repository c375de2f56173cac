package dz.linatatawwa.rewards.web;

import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.Granting;
import org.jspecify.annotations.Nullable;

/** One benefit of the list, in the reader's words.
 *  @param rule    for whom it is
 *  @param free    whether it is theirs for the asking
 *  @param had     what they have of it already
 *  @param why     why they do not get it now; null where they do, or nobody asked
 *  @param missing the first thing that is missing of the rule
 *  @param number  theirs in the lot; 0: none */
public record BenefitCard(Benefit benefit, String rule, boolean free, @Nullable Granting had, @Nullable String why, @Nullable String missing, int number) {

  /** Whether only the rule stands in the way. */
  public boolean lacking() {
    return missing != null;
  }
}
