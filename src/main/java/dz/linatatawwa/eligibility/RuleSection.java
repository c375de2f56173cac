package dz.linatatawwa.eligibility;

import java.util.EnumSet;
import java.util.Set;

/** What a form of a rule may offer. */
public enum RuleSection {
  HOURS, COUNT, EVENTS, LED,
  /** Badges and trainings that the person holds. */
  HOLDINGS,
  /** Audience, wilaya, age. */
  PERSON,
  /** "The last … months" among the periods: what holds today may not hold tomorrow. */
  LAST_MONTHS;

  /** Everything: for benefits and trainings. */
  public static final Set<RuleSection> ALL = Set.copyOf(EnumSet.allOf(RuleSection.class));
  /** What was done, ever: it changes only with the ledger and the closed days. */
  public static final Set<RuleSection> DEEDS = Set.copyOf(EnumSet.of(HOURS, COUNT, EVENTS, LED));
}
