package dz.linatatawwa.eligibility;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The meaning of rules a second time, without SQL: reads every raw line once and counts by hand. Shares nothing with the first but the records of a rule. */
final class ByHand {

  private record Line(long person, LocalDate day, int minutes, String grade, @Nullable String field, @Nullable String wilaya, @Nullable Long organization,
      @Nullable Long opportunity) {}

  private record Came(long shift, long person, @Nullable Long by, boolean left, boolean closed, LocalDate day, String activity) {}

  private record Closure(long shift, long by, int came, LocalDate day) {}

  private record Person(int born, String audience, String wilaya) {}

  private final List<Line> lines;
  private final List<Came> came;
  private final List<Closure> closures;
  private final Map<Long, Person> people = new HashMap<>();
  private final List<LocalDate[]> ramadans;

  ByHand(JdbcClient db) {
    lines = db.sql("select * from hours.entry").query((row, i) -> new Line(row.getLong("volunteer_id"), row.getObject("day", LocalDate.class),
        row.getInt("minutes"), row.getString("grade"), row.getString("field_code"), row.getString("wilaya_code"),
        row.getObject("organization_id", Long.class), row.getObject("opportunity_id", Long.class))).list();
    came = db.sql("""
        select a.*, s.starts_at, o.activity_code from attendance.attendance a join opportunities.shift s on s.id = a.shift_id
        join opportunities.opportunity o on o.id = s.opportunity_id""").query((row, i) -> new Came(row.getLong("shift_id"), row.getLong("volunteer_id"),
        row.getObject("checked_in_by", Long.class), row.getTimestamp("checked_out_at") != null, row.getTimestamp("closed_at") != null,
        row.getTimestamp("starts_at").toInstant().atZone(ZoneId.of("Africa/Algiers")).toLocalDate(), row.getString("activity_code"))).list();
    closures = db.sql("select c.*, s.starts_at from attendance.closure c join opportunities.shift s on s.id = c.shift_id").query((row, i) -> new Closure(
        row.getLong("shift_id"), row.getLong("closed_by"), row.getInt("came"),
        row.getTimestamp("starts_at").toInstant().atZone(ZoneId.of("Africa/Algiers")).toLocalDate())).list();
    db.sql("select * from volunteers.volunteer").query(row -> {
      people.put(row.getLong("account_id"), new Person(row.getInt("birth_year"), row.getString("audience"), row.getString("wilaya_code")));
    });
    ramadans = db.sql("select first_day, last_day from eligibility.ramadan")
        .query((row, i) -> new LocalDate[] {row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)}).list();
  }

  boolean fits(Rule rule, long person, LocalDate on) {
    for (Condition condition : rule.all()) {
      long have = have(condition, person, on);
      boolean met = switch (condition) {
        case Condition.Aged a -> have > 0 && (a.min() == null || have >= a.min()) && (a.max() == null || have <= a.max());
        case Condition.Hours h -> have >= h.minutes();
        case Condition.Count c -> have >= c.atLeast();
        case Condition.Events e -> have >= e.atLeast();
        case Condition.Led l -> have >= l.atLeast();
        case Condition.Holds h -> false;
        case Condition.OfAudience a -> have == 1;
        case Condition.LivesIn l -> have == 1;
      };
      if (!met) return false;
    }
    return true;
  }

  long have(Condition condition, long person, LocalDate on) {
    Person who = people.get(person);
    return switch (condition) {
      case Condition.Hours h -> {
        long minutes = 0;
        for (Line line : lines) {
          if (line.person == person && named(h.grades(), line.grade) && in(h.fields(), line.field) && within(line.day, h.period(), on)) minutes += line.minutes;
        }
        yield minutes;
      }
      case Condition.Count c -> {
        Function<Line, @Nullable Object> thing = switch (c.what()) {
          case DAYS -> Line::day;
          case WILAYAS -> Line::wilaya;
          case ORGANIZATIONS -> Line::organization;
          case OPPORTUNITIES -> Line::opportunity;
          case FIELDS -> Line::field;
        };
        Map<Object, Integer> net = new HashMap<>();
        for (Line line : lines) {
          Object key = thing.apply(line);
          if (key != null && line.person == person && named(c.grades(), line.grade) && in(c.fields(), line.field) && within(line.day, c.period(), on)) {
            net.merge(key, line.minutes, Integer::sum);
          }
        }
        yield net.values().stream().filter(sum -> sum > 0).count();
      }
      case Condition.Events e -> came.stream().filter(c -> c.person == person && c.closed && c.left && e.activities().contains(c.activity)
          && within(c.day, e.period(), on)).count();
      case Condition.Led l -> {
        Set<Long> shifts = new HashSet<>();
        for (Came c : came) if (c.closed && c.by != null && c.by == person && c.person != person && within(c.day, l.period(), on)) shifts.add(c.shift);
        for (Closure c : closures) if (c.by == person && c.came > 0 && within(c.day, l.period(), on)) shifts.add(c.shift);
        yield shifts.size();
      }
      case Condition.Holds h -> 0;
      case Condition.OfAudience a -> a.audiences().stream().anyMatch(audience -> audience.code().equals(who.audience)) ? 1 : 0;
      case Condition.LivesIn l -> l.wilayas().stream().anyMatch(wilaya -> wilaya.value().equals(who.wilaya)) ? 1 : 0;
      case Condition.Aged a -> on.getYear() - who.born - (MonthDay.from(on).equals(MonthDay.of(12, 31)) ? 0 : 1);
    };
  }

  private boolean within(LocalDate day, Period period, LocalDate on) {
    if (day.isAfter(on)) return false;
    return switch (period) {
      case Period.Always always -> true;
      case Period.LastMonths(int months) -> day.isAfter(on.minusMonths(months));
      case Period.Between(LocalDate from, LocalDate to) -> !day.isBefore(from) && !day.isAfter(to);
      case Period.EveryYear(MonthDay from, MonthDay to) -> {
        MonthDay date = MonthDay.from(day);
        boolean after = !date.isBefore(from);
        boolean before = !date.isAfter(to);
        yield from.isAfter(to) ? after || before : after && before;
      }
      case Period.Ramadan ramadan -> ramadans.stream().anyMatch(r -> !day.isBefore(r[0]) && !day.isAfter(r[1]));
    };
  }

  private static boolean named(Set<dz.linatatawwa.hours.Grade> grades, String grade) {
    return grades.stream().anyMatch(g -> g.name().equals(grade));
  }

  private static boolean in(Set<String> fields, @Nullable String field) {
    return fields.isEmpty() || field != null && fields.contains(field);
  }
}
