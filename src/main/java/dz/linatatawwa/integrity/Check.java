package dz.linatatawwa.integrity;

import static dz.linatatawwa.integrity.About.ORGANIZATION;
import static dz.linatatawwa.integrity.About.SHIFT;
import static dz.linatatawwa.integrity.About.VOLUNTEER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The checks: each has a name ({@code integrity.check.<code>}), a reason with the figures of the case ({@code integrity.reason.<code>}),
 *  and a weight that an administrator sets. No check takes hours away; what it finds is looked at by a person. */
public enum Check {
  /** Was written down at another place in the same time; the ledger refused that, the attempt is what is found. */
  OVERLAP("overlap", VOLUNTEER, PersonChecks.OVERLAP, Fact.minutes("minutes"), Fact.moment("from"), Fact.moment("until")),
  /** More than eight hours on one day. */
  OVER_EIGHT("over-eight", VOLUNTEER, PersonChecks.OVER_EIGHT, Fact.minutes("minutes"), Fact.day("day")),
  /** More than twelve hours on one day. */
  OVER_TWELVE("over-twelve", VOLUNTEER, PersonChecks.OVER_TWELVE, Fact.minutes("minutes"), Fact.day("day"), Fact.number("organizations")),
  /** Two places too far from each other for the time between. */
  DISTANCE("distance", VOLUNTEER, PersonChecks.DISTANCE, Fact.number("km"), Fact.place("left"), Fact.place("came"), Fact.minutes("gap"),
      Fact.moment("at"), Fact.minutes("needed")),
  /** Who confirmed and whose hours they are share a guardian's contact or a device. */
  HOUSEHOLD("household", VOLUNTEER, PersonChecks.HOUSEHOLD, Fact.person("confirmer"), Fact.how("how"), Fact.number("times"), Fact.minutes("minutes")),
  /** Confirmed in bulk within seconds of being proposed. */
  SECONDS("seconds", SHIFT, ShiftChecks.SECONDS, Fact.number("people"), Fact.number("seconds"), Fact.person("confirmer")),
  /** Nearly everybody came and left at the same minute. */
  IDENTICAL("identical", SHIFT, ShiftChecks.IDENTICAL, Fact.number("people"), Fact.number("same")),
  /** Nobody had applied, all were walk-ins, all with the same times. */
  GHOST("ghost", SHIFT, ShiftChecks.GHOST, Fact.number("people"), Fact.number("walkIns"), Fact.number("same")),
  /** Many people of one shift signed in on one device. */
  DEVICE("device", SHIFT, ShiftChecks.DEVICE, Fact.number("people")),
  /** Written down for many people, days after. */
  AFTERWARDS("afterwards", SHIFT, ShiftChecks.AFTERWARDS, Fact.number("people"), Fact.number("days")),
  /** One confirmer and the same few people, shift after shift, with the same times. */
  RING("ring", ORGANIZATION, OrganizationChecks.RING, Fact.person("confirmer"), Fact.number("people"), Fact.number("shifts"), Fact.share("share"),
      Fact.minutes("minutes")),
  /** Two people confirm each other's hours. */
  MUTUAL("mutual", ORGANIZATION, OrganizationChecks.MUTUAL, Fact.person("one"), Fact.person("other"), Fact.number("there"), Fact.number("back")),
  /** A large part of an organisation's hours is entered late. */
  LATE_SHARE("late-share", ORGANIZATION, OrganizationChecks.LATE_SHARE, Fact.share("share"), Fact.number("late"), Fact.number("all")),
  /** Many hours of many past days entered in one day, some of them just before a badge or the quarter's end. */
  BURST("burst", ORGANIZATION, OrganizationChecks.BURST, Fact.minutes("minutes"), Fact.number("shifts"), Fact.day("day"), Fact.number("people"),
      Fact.number("badges"), Fact.number("daysToQuarter")),
  /** The first hours of an organisation that was verified a short while ago. */
  NEW_ORGANIZATION("new-organization", ORGANIZATION, OrganizationChecks.NEW_ORGANIZATION, Fact.minutes("minutes"), Fact.number("people"),
      Fact.number("days"));

  /** Of all checks: raised when one of them is changed so that it finds something else. */
  static final int VERSION = 1;

  private final String code;
  private final About about;
  private final String sql;
  private final List<Fact> facts;

  Check(String code, About about, String sql, Fact... facts) {
    this.code = code;
    this.about = about;
    this.sql = sql;
    this.facts = List.of(facts);
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  public About about() {
    return about;
  }

  /** What its reason tells, in the order of the message's arguments. */
  public List<Fact> facts() {
    return facts;
  }

  /** Gives (subject, mark, claims, facts) around the claims {@code :claims}, of the {@code :volunteers}, {@code :shifts} and {@code :organizations}. */
  String sql() {
    return sql;
  }

  /** @param code anything that no check has gives nothing */
  public static Optional<Check> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
