package dz.linatatawwa.figures;

import dz.linatatawwa.hours.Grade;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The definitions once more, as simply as they can be written down, over every line of the tables; nothing of the room is used but what a question is and the shape of
 *  its answer. It is slow, and agrees. */
final class Reckoning {

  /** A line of the ledger with all that is known of it. */
  record Line(long volunteer, LocalDate day, int minutes, String grade, @Nullable Long organization, @Nullable String kind, @Nullable Long campaign,
      String field, String activity, String wilaya, String commune, int born, String sex, String audience, String education, String residence) {

    /** Working age, by the year of the day. */
    boolean counts() {
      return day.getYear() - born >= 15;
    }

    String sector() {
      if (organization == null) return "direct";
      return switch (Objects.requireNonNull(kind)) {
        case "public-institution" -> "government";
        case "private-institution" -> "enterprise";
        default -> "non-profit";
      };
    }
  }

  private final List<Line> lines;
  private final Map<String, String> in58 = new HashMap<>();
  private final Map<String, String> in48 = new HashMap<>();

  Reckoning(JdbcClient db) {
    lines = db.sql("""
        select e.volunteer_id, e.day, e.minutes, e.grade, e.organization_id, o.kind, p.campaign_id, e.field_code, e.activity_code, e.wilaya_code, e.commune_code,
          v.birth_year, v.sex, v.audience, v.education, v.wilaya_code as residence
        from hours.entry e
        join volunteers.volunteer v on v.account_id = e.volunteer_id
        left join organizations.organization o on o.id = e.organization_id
        left join opportunities.opportunity p on p.id = e.opportunity_id""").query((row, i) -> new Line(row.getLong("volunteer_id"), row.getObject("day", LocalDate.class),
            row.getInt("minutes"), row.getString("grade"), row.getObject("organization_id", Long.class), row.getString("kind"), row.getObject("campaign_id", Long.class),
            or(row.getString("field_code")), or(row.getString("activity_code")), or(row.getString("wilaya_code")), or(row.getString("commune_code")),
            row.getInt("birth_year"), or(row.getString("sex")), or(row.getString("audience")), or(row.getString("education")), row.getString("residence"))).list();
    db.sql("select code, code_58, code_48 from places.wilaya").query(row -> {
      in58.put(row.getString(1), row.getString(2));
      in48.put(row.getString(1), row.getString(3));
    });
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  Totals total(Question question) {
    return totals(meant(question, question.period().from(), question.period().to()));
  }

  /** Parts to which somebody gave. */
  List<Answer.Part> parts(Question question, Breakdown by) {
    Map<String, List<Line>> parts = meant(question, question.period().from(), question.period().to()).stream()
        .collect(Collectors.groupingBy(key(question, by), TreeMap::new, Collectors.toList()));
    List<Answer.Part> found = new ArrayList<>();
    parts.forEach((key, of) -> {
      if (totals(of).givers() > 0) found.add(new Answer.Part(key, totals(of)));
    });
    return found;
  }

  Movement movement(Question question, @Nullable Period before) {
    Map<Long, Long> now = byPerson(meant(question, question.period().from(), question.period().to()));
    Map<Long, Long> ever = byPerson(meant(question, LocalDate.of(1900, 1, 1), question.period().from().minusDays(1)));
    Map<Long, Long> earlier = before == null ? Map.of() : byPerson(meant(question, before.from(), before.to()));
    List<Long> persons = now.keySet().stream().filter(one -> now.get(one) >= 60).toList();
    long newcomers = persons.stream().filter(one -> ever.getOrDefault(one, 0L) < 60).count();
    long lapsed = earlier.keySet().stream().filter(one -> earlier.get(one) >= 60 && !persons.contains(one)).count();
    return new Movement(question, java.time.Instant.EPOCH, newcomers, persons.size() - newcomers, lapsed);
  }

  private List<Line> meant(Question question, LocalDate from, LocalDate to) {
    Filter filter = question.filter();
    return lines.stream().filter(line -> !line.day.isBefore(from) && !line.day.isAfter(to) && line.counts() && within(question.scope(), line))
        .filter(line -> filter.grades().contains(Grade.valueOf(line.grade)))
        .filter(line -> filter.field().isEmpty() || filter.field().get().equals(line.field))
        .filter(line -> filter.activity().isEmpty() || filter.activity().get().equals(line.activity))
        .filter(line -> filter.audience().isEmpty() || filter.audience().get().code().equals(line.audience))
        .filter(line -> filter.sex().isEmpty() || filter.sex().get().code().equals(line.sex))
        .filter(line -> filter.age().isEmpty() || filter.age().get().code().equals(age(question, line))).toList();
  }

  private boolean within(Scope scope, Line line) {
    return switch (scope) {
      case Scope.Nation nation -> true;
      case Scope.OfWilaya(var code, var division) -> code.value().equals(switch (division) {
        case W69 -> line.wilaya;
        case W58 -> in58.get(line.wilaya);
        case W48 -> in48.get(line.wilaya);
      });
      case Scope.OfCommune(var code) -> code.value().equals(line.commune);
      case Scope.OfOrganization(var id) -> line.organization != null && line.organization == id.value();
      case Scope.OfCampaign(var id) -> line.campaign != null && line.campaign == id.value();
      case Scope.OfPeople(var name, var people) -> people.contains(line.volunteer);
    };
  }

  private static String age(Question question, Line line) {
    int years = question.period().to().getYear() - line.born;
    return years < 15 ? "" : years <= 24 ? "15-24" : years <= 54 ? "25-54" : years <= 64 ? "55-64" : "65+";
  }

  private static Function<Line, String> key(Question question, Breakdown by) {
    return switch (by) {
      case MONTH -> line -> YearMonth.from(line.day).toString();
      case PLACE -> question.scope() instanceof Scope.OfWilaya || question.scope() instanceof Scope.OfCommune ? Line::commune : Line::wilaya;
      case RESIDENCE -> Line::residence;
      case FIELD -> Line::field;
      case ACTIVITY -> Line::activity;
      case AUDIENCE -> Line::audience;
      case SEX -> Line::sex;
      case AGE -> line -> age(question, line);
      case EDUCATION -> Line::education;
      case GRADE -> Line::grade;
      case SECTOR -> Line::sector;
    };
  }

  private static Map<Long, Long> byPerson(List<Line> lines) {
    return lines.stream().collect(Collectors.groupingBy(Line::volunteer, Collectors.summingLong(Line::minutes)));
  }

  /** N: persons with an hour or more; H: all minutes; the median of N is the lower of two. */
  private static Totals totals(List<Line> lines) {
    Map<Long, Long> each = byPerson(lines);
    List<Long> persons = each.values().stream().filter(minutes -> minutes >= 60).sorted().toList();
    return new Totals(persons.size(), each.values().stream().filter(minutes -> minutes > 0).count(), each.values().stream().mapToLong(Long::longValue).sum(),
        persons.isEmpty() ? 0 : persons.get((persons.size() - 1) / 2));
  }
}
