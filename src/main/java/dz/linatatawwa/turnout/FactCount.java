package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts facts straight from where they are kept. */
@Repository
class FactCount {

  static final String FACTS = read("facts.sql");

  private final JdbcClient db;
  private final Clock clock;

  FactCount(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  Facts of(Scope scope, Period period) {
    Instant asOf = clock.instant();
    Place place = Place.of(scope);
    Map<String, Long> counts = new HashMap<>();
    Waits answers = Waits.none();
    Waits confirmations = Waits.none();
    db.sql("select f.fact, f.wait, sum(f.amount) as amount from (" + FACTS + ") f left join places.wilaya w on w.code = f.wilaya_code where " + place.condition()
            + " group by f.fact, f.wait")
        .param("from", period.from()).param("to", period.to()).param("from_at", beginning(period.from())).param("to_at", beginning(period.to().plusDays(1)))
        .param("organizations", null).params(place.values())
        .query(row -> {
          int wait = row.getInt("wait");
          if (row.wasNull()) counts.put(row.getString("fact"), row.getLong("amount"));
          else (row.getString("fact").equals("answered") ? answers : confirmations).add(wait, row.getLong("amount"));
        });
    return new Facts(asOf, counts, answers, confirmations);
  }

  /** When a day begins in Algeria. */
  static OffsetDateTime beginning(java.time.LocalDate day) {
    return day.atStartOfDay(Words.ZONE).toOffsetDateTime();
  }

  static String read(String name) {
    try (InputStream text = FactCount.class.getResourceAsStream(name)) {
      if (text == null) throw new IllegalStateException("no " + name);
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
