package dz.linatatawwa.worth;

import dz.linatatawwa.worth.Valuation.Minimum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of wages and of the gross domestic product. */
@Repository
class WageTable {

  private final JdbcClient db;

  WageTable(JdbcClient db) {
    this.db = db;
  }

  /** All minimum wages, by the day from which they hold. */
  TreeMap<LocalDate, Minimum> minimum() {
    return db.sql("select valid_from, dzd_hour, text from worth.minimum_wage")
        .query((row, i) -> new Minimum(row.getObject("valid_from", LocalDate.class), row.getBigDecimal("dzd_hour"), row.getString("text"))).list().stream()
        .collect(Collectors.toMap(Minimum::from, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  /** A loaded wage of a group of ISCO-08.
   *  @param isco one to four digits */
  record Wage(String isco, BigDecimal dinarsAnHour, String source) {}

  /** The latest year of which wages are loaded, not after this one. */
  Optional<Integer> wageYear(int last) {
    return db.sql("select year from worth.wage where year <= :last order by year desc limit 1").param("last", last).query(Integer.class).optional();
  }

  Map<String, Wage> wages(int year) {
    return db.sql("select isco_08, dzd_hour, source from worth.wage where year = :year").param("year", year)
        .query((row, i) -> new Wage(row.getString("isco_08"), row.getBigDecimal("dzd_hour"), row.getString("source"))).list().stream()
        .collect(Collectors.toMap(Wage::isco, Function.identity()));
  }

  /** The gross domestic product of a year.
   *  @param dinars whole, not millions */
  record Gdp(int year, BigDecimal dinars, String source) {}

  Optional<Gdp> gdp(int year) {
    return db.sql("select year, dzd_million, source from worth.gdp where year = :year").param("year", year)
        .query((row, i) -> new Gdp(row.getInt("year"), row.getBigDecimal("dzd_million").movePointRight(6), row.getString("source"))).optional();
  }
}
