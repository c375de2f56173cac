package dz.linatatawwa.upkeep;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dz.linatatawwa.notices.QueueState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of the field beside those of the machine. What cannot be known for the moment is no number. */
@Component
class Meters implements MeterBinder {

  private final DiskGuard disk;
  private final ClockSkew skew;
  private final Backlog backlog;
  private final LastBackup backup;
  private final DataSource database;
  private final Clock clock;

  Meters(DiskGuard disk, ClockSkew skew, Backlog backlog, LastBackup backup, DataSource database, Clock clock) {
    this.disk = disk;
    this.skew = skew;
    this.backlog = backlog;
    this.backup = backup;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry figures) {
    gauge(figures, "linatatawwa.disk.free", "bytes", "free where there is least", disk::free);
    gauge(figures, "linatatawwa.disk.reserve", "bytes", "below this nothing is written", disk::reserve);
    gauge(figures, "linatatawwa.writes.held", null, "1 while nothing is written", () -> disk.held() ? 1 : 0);
    gauge(figures, "linatatawwa.clock.ahead", "seconds", "of the database's clock", () -> skew.ahead().toMillis() / 1000.0);
    gauge(figures, "linatatawwa.backup.age", "seconds", "since the last backup was whole", () -> age(backup.at().orElse(null), Double.NaN));
    queues(figures);
    waiting(figures, "linatatawwa.events.waiting", null, "news that a room has not heard", Backlog.Waiting::events);
    waiting(figures, "linatatawwa.events.oldest", "seconds", "age of the oldest of them", now -> age(now.oldestEvent(), 0));
    waiting(figures, "linatatawwa.archive.broken", null, "1 while the database cannot keep its log in the archive", now -> now.archiveBroken() ? 1 : 0);
    connections(figures);
  }

  private void queues(MeterRegistry figures) {
    for (String channel : List.of("email", "sms", "push")) {
      letters(figures, channel, "linatatawwa.letters.waiting", null, QueueState::waiting);
      letters(figures, channel, "linatatawwa.letters.dead", null, QueueState::dead);
      letters(figures, channel, "linatatawwa.letters.sent", null, QueueState::sent);
      letters(figures, channel, "linatatawwa.letters.oldest", "seconds", queue -> (long) age(queue.oldest(), 0));
      letters(figures, channel, "linatatawwa.letters.configured", null, queue -> queue.configured() ? 1 : 0);
    }
  }

  private void letters(MeterRegistry figures, String channel, String name, @Nullable String unit, ToLongFunction<QueueState> number) {
    Gauge.builder(name, () -> {
      Backlog.Waiting now = backlog.now();
      if (now == null) return Double.NaN;
      return now.letters().stream().filter(queue -> queue.channel().equals(channel)).mapToDouble(number::applyAsLong).findFirst().orElse(Double.NaN);
    }).tag("channel", channel).baseUnit(unit).register(figures);
  }

  private void waiting(MeterRegistry figures, String name, @Nullable String unit, String text, ToDoubleFunction<Backlog.Waiting> number) {
    gauge(figures, name, unit, text, () -> {
      Backlog.Waiting now = backlog.now();
      return now == null ? Double.NaN : number.applyAsDouble(now);
    });
  }

  /** Of this node's pool. */
  private void connections(MeterRegistry figures) {
    pool(figures, "active", HikariPoolMXBean::getActiveConnections);
    pool(figures, "idle", HikariPoolMXBean::getIdleConnections);
    pool(figures, "awaited", HikariPoolMXBean::getThreadsAwaitingConnection);
  }

  private void pool(MeterRegistry figures, String state, ToLongFunction<HikariPoolMXBean> number) {
    Gauge.builder("linatatawwa.database.connections", () -> {
      HikariPoolMXBean pool = database instanceof HikariDataSource known ? known.getHikariPoolMXBean() : null;
      return pool == null ? Double.NaN : (double) number.applyAsLong(pool);
    }).tag("state", state).register(figures);
  }

  private static void gauge(MeterRegistry figures, String name, @Nullable String unit, String text, DoubleSupplier number) {
    Gauge.builder(name, number::getAsDouble).baseUnit(unit).description(text).register(figures);
  }

  private double age(@Nullable Instant at, double none) {
    return at == null ? none : Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0);
  }
}
