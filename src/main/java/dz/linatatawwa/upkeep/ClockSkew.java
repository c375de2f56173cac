package dz.linatatawwa.upkeep;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far the clock of this node is from the database's. Codes that change every few seconds, one-time codes and days bear little of it; nodes that differ contradict each other. */
@Component("clockHealthIndicator")
class ClockSkew implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ClockSkew.class);
  /** From here on it is told. */
  static final Duration NOTICED = Duration.ofSeconds(2);
  /** From here on codes that change every few seconds are refused. */
  static final Duration MUCH = Duration.ofSeconds(10);

  private final JdbcClient db;
  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;

  ClockSkew(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
  void measure() {
    Instant asked = clock.instant();
    Instant theirs;
    try {
      theirs = db.sql("select clock_timestamp()").query(Timestamp.class).single().toInstant();
    } catch (DataAccessException away) {
      return;
    }
    Instant answered = clock.instant();
    boolean before = noticed();
    ahead = Duration.between(theirs, asked.plus(Duration.between(asked, answered).dividedBy(2)));
    if (noticed() && !before) LOG.error("the clock of this node is {} ms ahead of the database's: set both by the network (chrony, systemd-timesyncd)", ahead.toMillis());
    else if (before && !noticed()) LOG.warn("the clocks agree again");
  }

  /** Of the database; negative: behind it. */
  Duration ahead() {
    return ahead;
  }

  private boolean noticed() {
    return ahead.abs().compareTo(NOTICED) >= 0;
  }

  /** Told, and no reason to serve nobody: a single node that is wrong is still the only one. */
  @Override
  public Health health() {
    Health.Builder health = Health.up().withDetail("aheadOfDatabaseMillis", ahead.toMillis());
    return (noticed() ? health.withDetail("warning", "set the clocks by the network") : health).build();
  }
}
