package dz.linatatawwa.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** How often a door may be tried: counters in PostgreSQL, so that all nodes count together. */
@Component
public class Limits {

  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
  private static final int GENEROUS = 1000;

  /** So many times in each window, counted from the epoch.
   *  @param what of the limit, for the log
   *  @param whom is counted; kept as a keyed hash only; {@value #EVERYBODY}: all together */
  public record Limit(String what, String whom, int times, Duration window) {}

  /** Whom a limit counts that holds for all together. */
  static final String EVERYBODY = "all";

  /** Narrow limits before wide ones, long windows before short ones; the same for everybody, so that two who count at once do not wait for each other for ever. */
  private static final Comparator<Limit> ORDER = Comparator.comparing((Limit limit) -> limit.whom().equals(EVERYBODY)).thenComparing(Limit::window, Comparator.reverseOrder())
      .thenComparing(Limit::what).thenComparing(Limit::whom);

  private record Over(String what, Duration pause) {}

  private final JdbcClient db;
  private final Secrets secrets;
  private final Clock clock;
  private final boolean generous;

  Limits(JdbcClient db, Secrets secrets, Clock clock, DoorRules rules,
      @org.springframework.beans.factory.annotation.Value("${linatatawwa.demo:false}") boolean demo) {
    this.db = db;
    this.secrets = secrets;
    this.clock = clock;
    this.generous = rules.generous() == null ? demo : rules.generous();
  }

  /** Counts one try against all of these limits; one that is refused by any of them counts for none of the others, so that who is refused uses up nobody else's.
   *  @return nothing when the try is within them, else how long to wait */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<Duration> take(Limit... limits) {
    Instant now = clock.instant();
    Optional<Over> over = Arrays.stream(limits).sorted(ORDER).flatMap(limit -> count(limit, now).stream()).findFirst();
    over.ifPresent(o -> {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      LOG.atWarn().addKeyValue("event", "limit-reached").addKeyValue("limit", o.what()).log("limit reached");
    });
    return over.map(Over::pause);
  }

  private Optional<Over> count(Limit limit, Instant now) {
    long seconds = limit.window().toSeconds();
    Instant start = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    int used = db.sql("""
        insert into accounts.allowance as a (bucket, window_start, used) values (:bucket, :start, 1)
        on conflict (bucket, window_start) do update set used = least(a.used + 1, 1000000000)
        returning used
        """)
        .param("bucket", limit.what() + ":" + Secrets.text(secrets.mark("limit", limit.whom())).substring(0, 22))
        .param("start", java.sql.Timestamp.from(start)).query(Integer.class).single();
    int allowed = generous ? limit.times() * GENEROUS : limit.times();
    return used <= allowed ? Optional.empty() : Optional.of(new Over(limit.what(), Duration.between(now, start.plus(limit.window()))));
  }

  /** Forgets windows of the past. */
  @Transactional
  public void sweep() {
    db.sql("delete from accounts.allowance where window_start < :old")
        .param("old", java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(2)))).update();
  }
}
