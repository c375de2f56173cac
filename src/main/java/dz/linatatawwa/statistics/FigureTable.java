package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Suppression;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.integrity.Samples;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts, all at one moment of the database. */
@Repository
class FigureTable {

  private static final int MONTHS = 12;
  private static final int MONTH_OF_DAYS = 30;
  private static final int AN_HOUR = 60;

  private final JdbcClient db;
  private final Places places;
  private final Samples samples;

  FigureTable(JdbcClient db, Places places, Samples samples) {
    this.db = db;
    this.places = places;
    this.samples = samples;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Numbers count(Instant at) {
    LocalDate today = at.atZone(Words.ZONE).toLocalDate();
    Map<String, Active> active = active(today);
    long month = active.values().stream().mapToLong(Active::month).sum();
    long year = active.values().stream().mapToLong(Active::year).sum();
    Map<String, Long> minutes = minutesByWilaya();
    List<Numbers.Month> months = months(today);
    Map<String, Long> opportunities = counted("""
        select coalesce(wilaya_code, '') as code, count(*) as number from opportunities.listing where next_start > now() group by 1""");
    Map<String, Long> organizations = counted("""
        select wilaya_code as code, count(*) as number from organizations.public_organization where state = 'verified' group by 1""");
    long placesLeft = db.sql("select coalesce(sum(seats_left), 0) from opportunities.listing where next_start > now()").query(Long.class).single();
    long late = db.sql("select coalesce(sum(minutes), 0) from hours.day_hours where not (grade::text = any(:grades))").param("grades", grades())
        .query(Long.class).single();
    long lastYear = db.sql("select coalesce(sum(minutes), 0) from hours.day_hours where grade::text = any(:grades) and day > :since")
        .param("grades", grades()).param("since", today.minusYears(1)).query(Long.class).single();
    return new Numbers(at, shown(month), shown(year), sum(minutes.values()), lastYear, late, sum(organizations.values()), sum(opportunities.values()),
        placesLeft, months, tables(active, minutes, organizations, opportunities), samples.rate());
  }

  private record Active(long month, long year) {}

  /** Everybody of fifteen and over with an hour or more, by the wilaya where they live: each person once. */
  private Map<String, Active> active(LocalDate today) {
    Map<String, Active> found = new HashMap<>();
    db.sql("""
        select v.wilaya_code as code, count(*) filter (where p.month >= :hour) as month, count(*) filter (where p.year >= :hour) as year
        from (select volunteer_id, sum(minutes) filter (where day > :month) as month, sum(minutes) as year
          from hours.ledger where day > :year and grade::text = any(:grades) group by volunteer_id) p
        join volunteers.public_volunteer v on v.id = p.volunteer_id
        where v.birth_year <= :adult
        group by v.wilaya_code""")
        .param("hour", AN_HOUR).param("month", today.minusDays(MONTH_OF_DAYS)).param("year", today.minusYears(1)).param("grades", grades())
        .param("adult", today.getYear() - 15)
        .query(row -> {
          found.put(row.getString("code"), new Active(row.getLong("month"), row.getLong("year")));
        });
    return found;
  }

  private Map<String, Long> minutesByWilaya() {
    Map<String, Long> found = new HashMap<>();
    db.sql("""
        select coalesce(wilaya_code, '') as code, sum(minutes) as number from hours.day_hours where grade::text = any(:grades) group by 1""")
        .param("grades", grades()).query(row -> {
          found.put(row.getString("code"), row.getLong("number"));
        });
    return found;
  }

  /** How many persons stand behind the hours of each wilaya of each division: where they are few, the hours are not shown either. Somebody active
   *  in two wilayas that once were one is one person there. Whose hours were all taken back is not one.
   *  @return by the key of {@link Suppression}'s tree */
  private Map<String, Long> givers() {
    Map<String, Long> found = new HashMap<>();
    db.sql("""
        select code, count(*) as number
        from (select area.code, l.volunteer_id
          from (select wilaya_code, volunteer_id, sum(minutes) as minutes from hours.ledger
            where wilaya_code is not null and grade::text = any(:grades) group by 1, 2) l
          join places.wilaya w on w.code = l.wilaya_code
          cross join lateral (values ('69:' || w.code), ('58:' || w.code_58), ('48:' || w.code_48), ('nation')) as area (code)
          group by 1, 2 having sum(l.minutes) > 0) givers
        group by 1""")
        .param("grades", grades()).query(row -> {
          found.put(row.getString("code"), row.getLong("number"));
        });
    return found;
  }

  private List<Numbers.Month> months(LocalDate today) {
    Map<YearMonth, Long> found = new LinkedHashMap<>();
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1);
    for (int i = 0; i < MONTHS; i++) found.put(first.plusMonths(i), 0L);
    db.sql("""
        select date_trunc('month', day)::date as month, sum(minutes) as minutes from hours.day_hours
        where day between :first and :today and grade::text = any(:grades) group by 1""")
        .param("first", first.atDay(1)).param("today", today).param("grades", grades()).query(row -> {
          found.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("minutes"));
        });
    return found.entrySet().stream().map(entry -> new Numbers.Month(entry.getKey(), entry.getValue())).toList();
  }

  private Map<Division, List<WilayaFigures>> tables(Map<String, Active> active, Map<String, Long> minutes, Map<String, Long> organizations,
      Map<String, Long> opportunities) {
    Map<String, Wilaya> wilayas = new LinkedHashMap<>();
    places.wilayas().forEach(wilaya -> wilayas.put(wilaya.code().value(), wilaya));
    Function<String, String> in58 = code -> wilaya(wilayas, code).in58().value();
    Function<String, String> in48 = code -> wilaya(wilayas, code).in48().value();
    Map<String, Long> persons = new LinkedHashMap<>();
    for (String code : wilayas.keySet()) {
      persons.put(code, active.getOrDefault(code, new Active(0, 0)).year());
    }
    Set<String> hiddenPersons = Suppression.of(Suppression.tree(persons, in58, in48));
    Set<String> hiddenHours = Suppression.ofOverlapping(Suppression.tree(wilayas.keySet(), givers(), in58, in48));
    Map<Division, List<WilayaFigures>> tables = new EnumMap<>(Division.class);
    for (Division division : Division.values()) {
      Function<String, String> group = division == Division.W69 ? Function.identity() : division == Division.W58 ? in58 : in48;
      Map<String, WilayaFigures> rows = new LinkedHashMap<>();
      for (Wilaya wilaya : wilayas.values()) {
        String code = wilaya.code().value();
        rows.merge(group.apply(code), new WilayaFigures(group.apply(code), wilaya(wilayas, group.apply(code)).name(), persons.getOrDefault(code, 0L),
            minutes.getOrDefault(code, 0L), organizations.getOrDefault(code, 0L), opportunities.getOrDefault(code, 0L)), FigureTable::together);
      }
      String prefix = division.wilayas() + ":";
      tables.put(division, rows.values().stream().map(row -> hide(row, hiddenPersons.contains(prefix + row.code()), hiddenHours.contains(prefix + row.code())))
          .sorted(Comparator.comparing(WilayaFigures::code)).toList());
    }
    return tables;
  }

  private static Wilaya wilaya(Map<String, Wilaya> wilayas, String code) {
    Wilaya found = wilayas.get(code);
    if (found == null) throw new IllegalStateException("no wilaya " + code);
    return found;
  }

  private static WilayaFigures together(WilayaFigures one, WilayaFigures other) {
    return new WilayaFigures(one.code(), one.name(), one.active() + other.active(), one.minutes() + other.minutes(),
        one.organizations() + other.organizations(), one.opportunities() + other.opportunities());
  }

  private static WilayaFigures hide(WilayaFigures row, boolean persons, boolean hours) {
    return new WilayaFigures(row.code(), row.name(), persons ? WilayaFigures.HIDDEN : row.active(), hours ? WilayaFigures.HIDDEN : row.minutes(),
        row.organizations(), row.opportunities());
  }

  private Map<String, Long> counted(String sql) {
    Map<String, Long> found = new HashMap<>();
    db.sql(sql).query(row -> {
      found.put(row.getString("code"), row.getLong("number"));
    });
    return found;
  }

  private static long shown(long persons) {
    return persons > 0 && persons < Suppression.FEWEST ? WilayaFigures.HIDDEN : persons;
  }

  private static long sum(Collection<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }

  private static String[] grades() {
    return Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new);
  }
}
