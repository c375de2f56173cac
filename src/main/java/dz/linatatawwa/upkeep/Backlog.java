package dz.linatatawwa.upkeep;

import dz.linatatawwa.notices.NoticeDesk;
import dz.linatatawwa.notices.QueueState;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits: letters for their way out, news between rooms for who hears them, the log of the database for its archive. Asked at most every ten seconds, however many want to know. */
@Component
class Backlog {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final NoticeDesk letters;
  private final JdbcClient db;
  private final Clock clock;
  private volatile @Nullable Waiting last;

  Backlog(NoticeDesk letters, JdbcClient db, Clock clock) {
    this.letters = letters;
    this.db = db;
    this.clock = clock;
  }

  /** @param events        news that a room has not heard to its end
   *  @param oldestEvent   since when the oldest waits; null: none does
   *  @param archiveFails  how often the log could not be kept in its archive since the server started to count
   *  @param archivedAt    when that last succeeded; null: never, or there is no archive
   *  @param archiveFailed when it last failed; null: never */
  record Waiting(Instant at, List<QueueState> letters, long events, @Nullable Instant oldestEvent, long archiveFails, @Nullable Instant archivedAt, @Nullable Instant archiveFailed) {

    /** Whether the newest try failed. */
    boolean archiveBroken() {
      return archiveFailed != null && (archivedAt == null || archiveFailed.isAfter(archivedAt));
    }
  }

  /** @return null while the database is away */
  @Nullable Waiting now() {
    Waiting known = last;
    Instant now = clock.instant();
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) return known;
    try {
      return last = read(now);
    } catch (DataAccessException away) {
      return null;
    }
  }

  /** The next one who asks gets it anew. */
  void forget() {
    last = null;
  }

  private Waiting read(Instant now) {
    List<QueueState> queues = letters.queues();
    return db.sql("""
        select (select count(*) from public.event_publication where completion_date is null) as events,
          (select min(publication_date) from public.event_publication where completion_date is null) as oldest,
          failed_count, last_archived_time, last_failed_time
        from pg_stat_archiver
        """).query((row, number) -> new Waiting(now, queues, row.getLong("events"), instant(row.getTimestamp("oldest")), row.getLong("failed_count"),
            instant(row.getTimestamp("last_archived_time")), instant(row.getTimestamp("last_failed_time")))).single();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
