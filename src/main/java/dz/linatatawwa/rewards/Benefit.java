package dz.linatatawwa.rewards;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that a partner gives, as it stands today.
 *  @param agreement   under which it is offered; null until it is published
 *  @param quota       places in all
 *  @param granted     places that are taken
 *  @param entered     how many have entered the lot, those who left again included
 *  @param takeFrom    first day on which it can be taken, or the lot entered
 *  @param takeUntil   last such day; a lot is drawn in the night after it
 *  @param useUntil    last day on which it is redeemed
 *  @param ruleVersion of the wording of the rule that holds now
 *  @param covered     whether its agreement holds today
 *  @param stoppedFor  why an administrator stopped it */
public record Benefit(BenefitId id, PartnerId partner, LocalName partnerName, @Nullable AgreementId agreement, BenefitState state, Way way, String symbol,
    LocalName name, LocalName about, int quota, int granted, int entered, LocalDate takeFrom, LocalDate takeUntil, LocalDate useUntil, int ruleVersion, Rule rule,
    boolean covered, @Nullable String stoppedFor) {

  public boolean is(BenefitState wanted) {
    return state == wanted;
  }

  public boolean byLot() {
    return way == Way.LOT;
  }

  /** Places that nobody has. */
  public int left() {
    return quota - granted;
  }

  /** Whether this day lies among those on which it can be taken. */
  public boolean takenOn(LocalDate day) {
    return !day.isBefore(takeFrom) && !day.isAfter(takeUntil);
  }
}
