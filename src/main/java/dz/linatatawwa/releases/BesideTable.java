package dz.linatatawwa.releases;

import dz.linatatawwa.eligibility.Ramadan;
import dz.linatatawwa.eligibility.Ramadans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands beside the ledger, at the moment when a release is made. */
@Repository
class BesideTable {

  private final JdbcClient db;
  private final Ramadans ramadans;
  private final Outside outside;

  private record Dated(LocalDate from, BigDecimal wage, String text) {}

  private record Wage(String group, BigDecimal wage, String source) {}

  private record Product(BigDecimal dinars, String source) {}

  private record Counted(String key, long persons, String source) {}

  BesideTable(JdbcClient db, Ramadans ramadans, Outside outside) {
    this.db = db;
    this.ramadans = ramadans;
    this.outside = outside;
  }

  Beside read(Term term) {
    Set<String> texts = new LinkedHashSet<>();
    SortedMap<String, BigDecimal> minimum = minimum(term, texts);
    List<Wage> wages = wages(term);
    Integer year = populationYear(term);
    List<Counted> population = year == null ? List.of() : population(year);
    Optional<Product> product = product(term);
    SortedMap<String, BigDecimal> byGroup = new TreeMap<>();
    wages.forEach(wage -> byGroup.put(wage.group(), wage.wage()));
    SortedMap<String, Long> people = new TreeMap<>();
    population.forEach(one -> people.put(one.key(), one.persons()));
    return new Beside(ramadan(term), minimum, List.copyOf(texts), byGroup, wages.stream().map(Wage::source).distinct().sorted().toList(), people, year,
        population.stream().map(Counted::source).distinct().sorted().toList(), product.map(Product::dinars).orElse(null),
        product.stream().map(Product::source).toList(), outside.excluded(term), outside.counts(term), outside.materials(term),
        outside.pledges(term), List.of(), List.of());
  }

  private SortedMap<String, Integer> ramadan(Term term) {
    SortedMap<String, Integer> days = new TreeMap<>();
    for (String month : term.months()) {
      YearMonth of = YearMonth.parse(month);
      for (Ramadan ramadan : ramadans.after(term.first())) {
        LocalDate from = ramadan.first().isAfter(of.atDay(1)) ? ramadan.first() : of.atDay(1);
        LocalDate to = ramadan.last().isBefore(of.atEndOfMonth()) ? ramadan.last() : of.atEndOfMonth();
        if (!from.isAfter(to)) days.merge(month, (int) ChronoUnit.DAYS.between(from, to) + 1, Integer::sum);
      }
      days.putIfAbsent(month, 0);
    }
    return days;
  }

  /** The wage in force on the first of each month; before the first one known, that one: nothing lower is known. */
  private SortedMap<String, BigDecimal> minimum(Term term, Set<String> texts) {
    List<Dated> all = db.sql("select valid_from, dzd_hour, text from worth.minimum_wage_known order by valid_from")
        .query((row, i) -> new Dated(row.getObject("valid_from", LocalDate.class), row.getBigDecimal("dzd_hour"), row.getString("text"))).list();
    SortedMap<String, BigDecimal> found = new TreeMap<>();
    for (String month : term.months()) {
      LocalDate first = YearMonth.parse(month).atDay(1);
      List<Dated> until = new ArrayList<>(all.stream().filter(one -> !one.from().isAfter(first)).toList());
      Dated holds = until.isEmpty() ? all.getFirst() : until.getLast();
      found.put(month, holds.wage());
      texts.add(holds.text());
    }
    return found;
  }

  /** Of the latest year loaded that is not after the term's. */
  private List<Wage> wages(Term term) {
    return db.sql("""
        select isco_08, dzd_hour, source from worth.wage_known
        where year = (select max(year) from worth.wage_known where year <= :year) order by isco_08""")
        .param("year", term.year()).query((row, i) -> new Wage(row.getString("isco_08"), row.getBigDecimal("dzd_hour"), row.getString("source"))).list();
  }

  private @Nullable Integer populationYear(Term term) {
    return db.sql("select max(year) as year from worth.population_known where year <= :year").param("year", term.year())
        .query((row, i) -> (Integer) row.getObject("year", Integer.class)).list().getFirst();
  }

  private List<Counted> population(int year) {
    return db.sql("""
        select coalesce(sex, 'T') || coalesce('|' || wilaya_code, '') as key, persons, source from worth.population_known where year = :year order by 1""")
        .param("year", year).query((row, i) -> new Counted(row.getString("key"), row.getLong("persons"), row.getString("source"))).list();
  }

  private Optional<Product> product(Term term) {
    return db.sql("select dzd_million * 1000000 as dinars, source from worth.gdp_known where year = :year").param("year", term.year())
        .query((row, i) -> new Product(row.getBigDecimal("dinars"), row.getString("source"))).optional();
  }
}
