package dz.linatatawwa.rewards;

import dz.linatatawwa.eligibility.Judgement;
import org.jspecify.annotations.Nullable;

/** How one person stands to one benefit now.
 *  @param granting  theirs, where they have it or used it
 *  @param entry     theirs in the lot, where they entered
 *  @param refusal   why they do not get it now; null: they do
 *  @param judgement what of the rule is met; null where nobody asked
 *  @param appeal    their last appeal about it */
public record Standing(Benefit benefit, @Nullable Granting granting, @Nullable Entry entry, @Nullable Refusal refusal, @Nullable Judgement judgement,
    @Nullable Appeal appeal) {

  /** Whether it is theirs for the asking. */
  public boolean free() {
    return granting == null && entry == null && refusal == null;
  }
}
