package dz.linatatawwa.eligibility;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Ages;
import dz.linatatawwa.volunteers.Audience;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The SQL that measures one condition for the people of {@code :people}: columns volunteer_id and have. Conditions that differ only in how much
 *  they need have the same measure, so that seven tiers cost one reading.
 *  @param sql    {@code #} in the names of its parameters stands for the number of the measure
 *  @param values of its parameters: texts, lists of texts, whole numbers */
record Measure(String sql, Map<String, Object> values) {

  private static final String PEOPLE = " where x.volunteer_id = any(:people)";

  /** @param day up to and with it
   *  @param kept whether the totals beside the ledger may answer: the day is today */
  static Measure of(Condition condition, LocalDate day, boolean kept) {
    return switch (condition) {
      case Condition.Hours c when kept && c.period() instanceof Period.Always && c.fields().isEmpty() -> new Measure(
          "select x.volunteer_id, sum(x.minutes) as have from hours.volunteer_hours x" + PEOPLE + " and x.grade::text = any(:grades#) group by x.volunteer_id",
          Map.of("grades#", codes(c.grades())));
      case Condition.Hours c -> sum(new Where(day).grades(c.grades()).fields(c.fields()).period(c.period()));
      case Condition.Count c -> distinct(c.what(), new Where(day).grades(c.grades()).fields(c.fields()).period(c.period()));
      case Condition.Events c -> events(new Where(day).activities(c.activities()).period(c.period()));
      case Condition.Led c -> led(new Where(day).period(c.period()));
      case Condition.OfAudience c -> person("x.audience = any(:audiences#)", "audiences#", c.audiences().stream().map(Audience::code).sorted().toList());
      case Condition.LivesIn c -> person("x.wilaya_code::text = any(:wilayas#)", "wilayas#", c.wilayas().stream().map(WilayaCode::value).sorted().toList());
      case Condition.Aged c -> new Measure("select x.id as volunteer_id, :yearZero# - x.birth_year as have from volunteers.public_volunteer x"
          + " where x.id = any(:people)", Map.of("yearZero#", Ages.surely(0, day)));
      case Condition.Holds c -> throw new IllegalStateException("what a room above gives is not in SQL: " + c);
    };
  }

  private static Measure sum(Where where) {
    return new Measure("select x.volunteer_id, sum(x.minutes) as have from hours.ledger x" + PEOPLE + where.sql + " group by x.volunteer_id", where.values);
  }

  private static Measure distinct(What what, Where where) {
    return new Measure("select y.volunteer_id, count(*) as have from (select x.volunteer_id from hours.ledger x" + PEOPLE + where.sql
        + " and x." + what.column() + " is not null group by x.volunteer_id, x." + what.column() + " having sum(x.minutes) > 0) y group by y.volunteer_id",
        where.values);
  }

  private static Measure events(Where where) {
    return new Measure("select x.volunteer_id, count(*) as have from attendance.event x" + PEOPLE + where.sql + " group by x.volunteer_id", where.values);
  }

  private static Measure led(Where where) {
    return new Measure("select x.volunteer_id, count(*) as have from (select account_id as volunteer_id, shift_id, day from attendance.led) x"
        + PEOPLE + where.sql + " group by x.volunteer_id", where.values);
  }

  private static Measure person(String is, String name, List<String> codes) {
    return new Measure("select x.id as volunteer_id, 1 as have from volunteers.public_volunteer x where x.id = any(:people) and " + is, Map.of(name, codes));
  }

  private static List<String> codes(Set<Grade> grades) {
    return grades.stream().map(Grade::name).sorted().toList();
  }

  /** The conditions on the lines that count. */
  private static final class Where {
    private final LocalDate day;
    private final Map<String, Object> values = new HashMap<>();
    private String sql = " and x.day <= cast(:day# as date)";

    Where(LocalDate day) {
      this.day = day;
      values.put("day#", day.toString());
    }

    Where grades(Set<Grade> grades) {
      sql += " and x.grade::text = any(:grades#)";
      values.put("grades#", codes(grades));
      return this;
    }

    Where fields(Set<String> fields) {
      if (fields.isEmpty()) return this;
      sql += " and x.field_code = any(:fields#)";
      values.put("fields#", fields.stream().sorted().toList());
      return this;
    }

    Where activities(Set<String> activities) {
      sql += " and x.activity_code = any(:activities#)";
      values.put("activities#", activities.stream().sorted().toList());
      return this;
    }

    Where period(Period period) {
      switch (period) {
        case Period.Always always -> { }
        case Period.LastMonths(int months) -> between(day.minusMonths(months).plusDays(1), day);
        case Period.Between(LocalDate from, LocalDate to) -> between(from, to);
        case Period.EveryYear(var from, var to) -> season(from.getMonthValue() * 100 + from.getDayOfMonth(), to.getMonthValue() * 100 + to.getDayOfMonth());
        case Period.Ramadan ramadan -> sql += " and x.day <@ (select range_agg(daterange(r.first_day, r.last_day, '[]')) from eligibility.ramadan r)";
      }
      return this;
    }

    private void between(LocalDate from, LocalDate to) {
      sql += " and x.day between cast(:from# as date) and cast(:to# as date)";
      values.put("from#", from.toString());
      values.put("to#", to.toString());
    }

    private void season(int from, int to) {
      String date = "cast(extract(month from x.day) * 100 + extract(day from x.day) as integer)";
      sql += " and (" + date + " >= :from# " + (from <= to ? "and " : "or ") + date + " <= :to#)";
      values.put("from#", from);
      values.put("to#", to);
    }
  }
}
