package dz.linatatawwa.worth;

import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Sex;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Registered volunteers per 1,000 people of fifteen and over. Ours is administrative data: this is never the volunteer rate of a country or of a wilaya. */
@Service
public class Rates {

  private final JdbcClient db;

  Rates(JdbcClient db) {
    this.db = db;
  }

  /** @param thousand persons for each thousand people, two places, half up
   *  @param people   of fifteen and over
   *  @param year     of their count: the latest that is loaded and not after the asked one */
  public record Rate(BigDecimal thousand, long people, int year, String source) {}

  /** 1000 · N / Pop15+; nothing while no population is loaded.
   *  @param wilaya of 69, where they live; null: the nation
   *  @param sex    null: both */
  public Optional<Rate> of(long persons, @Nullable WilayaCode wilaya, @Nullable Sex sex, int year) {
    return db.sql("""
        select year, persons, source from worth.population
        where year <= :year and wilaya_code is not distinct from :wilaya and sex is not distinct from :sex and persons > 0
        order by year desc limit 1
        """).param("year", year).param("wilaya", wilaya == null ? null : wilaya.value()).param("sex", sex == null ? null : sex.code())
        .query((row, i) -> new Rate(BigDecimal.valueOf(persons).multiply(BigDecimal.valueOf(1000))
            .divide(BigDecimal.valueOf(row.getLong("persons")), 2, RoundingMode.HALF_UP), row.getLong("persons"), row.getInt("year"), row.getString("source")))
        .optional();
  }
}
