package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away each night what is older than its period, and writes down how much. Whoever writes the night's row of a timer first does its work, so that
 *  two nodes do not do it twice; a second run of the same night finds nothing to do. */
@Component
public class Timers {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final int MOST_BATCHES = 500;

  /** What one timer did in one night. @param trouble what went wrong, or null */
  public record Run(String code, LocalDate day, Instant beganAt, @Nullable Instant endedAt, int removed, @Nullable String trouble) {}

  private final Register register;
  private final Settings settings;
  private final JdbcClient db;
  private final TransactionTemplate alone;
  private final Clock clock;

  Timers(Register register, Settings settings, JdbcClient db, TransactionTemplate alone, Clock clock) {
    this.register = register;
    this.settings = settings;
    this.db = db;
    this.alone = alone;
    this.clock = clock;
  }

  /** The days after which this goes, as set now. */
  public int days(Retention retention) {
    return settings.get(retention.days());
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "Africa/Algiers")
  void everyNight() {
    LocalDate night = LocalDate.now(clock.withZone(Words.ZONE));
    register.retentions().forEach(retention -> run(retention, night));
  }

  private void run(Retention retention, LocalDate night) {
    int mine = db.sql("insert into privacy.timer_run (code, day, began_at) values (:code, :day, :now) on conflict do nothing")
        .param("code", retention.code()).param("day", night).param("now", Timestamp.from(clock.instant())).update();
    if (mine == 0) return;
    int removed = 0;
    String trouble = null;
    try {
      removed = all(retention);
    } catch (RuntimeException failed) {
      LOG.error("the retention timer {} failed; it runs again tomorrow", retention.code(), failed);
      trouble = failed.getClass().getSimpleName();
    }
    db.sql("update privacy.timer_run set ended_at = :now, removed = :removed, trouble = :trouble where code = :code and day = :day")
        .param("now", Timestamp.from(clock.instant())).param("removed", removed).param("trouble", trouble).param("code", retention.code()).param("day", night).update();
    LOG.info("retention {}: {} removed", retention.code(), removed);
  }

  /** A thousand at a time, each in a transaction of its own, so that nobody waits for a long one. */
  private int all(Retention retention) {
    Instant before = clock.instant().minus(Duration.ofDays(days(retention)));
    int removed = 0;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      int now = Objects.requireNonNullElse(alone.execute(status -> retention.removing().before(before)), 0);
      removed += now;
      if (now < Retention.BATCH) break;
    }
    return removed;
  }

  /** The last runs, newest first; at most 300. */
  public List<Run> runs() {
    return db.sql("""
        select code, day, began_at, ended_at, removed, trouble
        from privacy.timer_run
        order by day desc, code
        limit 300
        """).query((row, number) -> new Run(row.getString("code"), row.getDate("day").toLocalDate(), row.getTimestamp("began_at").toInstant(),
            row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant(), row.getInt("removed"), row.getString("trouble"))).list();
  }
}
