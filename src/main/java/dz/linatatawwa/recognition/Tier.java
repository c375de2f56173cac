package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Period;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.Grade;

/** A badge whose whole rule is a number of confirmed hours. */
final class Tier {

  private Tier() {}

  /** How many whole hours it asks for; 0 when it asks for anything else. */
  static int hours(Badge badge) {
    Rule rule = badge.rule();
    return rule.all().size() == 1 && rule.all().getFirst() instanceof Condition.Hours hours && hours.period() instanceof Period.Always
        && hours.fields().isEmpty() && hours.grades().equals(Grade.COUNTED) ? hours.minutes() / 60 : 0;
  }
}
