package dz.linatatawwa.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was done with each key: how often an hour, and with what answer. No address, no body, no person. Who did which deed to whom stands in the audit log as for the pages. */
@Repository
public class CallLog {

  /** Lines of a page. */
  public static final int PAGE = 50;

  /** One kind of call, one kind of answer, in one hour.
   *  @param operation method and pattern of the address */
  public record Line(Instant hour, String operation, int status, int times, Instant lastAt) {}

  private static final int LONGEST = 120;

  private final JdbcClient db;
  private final Clock clock;

  CallLog(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Notes a call. A crash of the machine may lose what was noted in its last second, so that a read costs no flush; deeds have their own lines elsewhere. */
  @Transactional
  public void note(ApiKey key, String operation, int status) {
    Instant now = clock.instant();
    db.sql("select set_config('synchronous_commit', 'off', true)").query(String.class).single();
    db.sql("""
        insert into api.call as c (key_id, hour, operation, status, times, last_at) values (:key, :hour, :operation, :status, 1, :now)
        on conflict (key_id, hour, operation, status) do update set times = c.times + 1, last_at = greatest(c.last_at, excluded.last_at)
        """).param("key", key.id()).param("hour", Timestamp.from(now.truncatedTo(ChronoUnit.HOURS)))
        .param("operation", operation.length() > LONGEST ? operation.substring(0, LONGEST) : operation).param("status", status).param("now", Timestamp.from(now)).update();
    db.sql("update api.key set used_at = :now where id = :key and (used_at is null or used_at < :minuteAgo)").param("now", Timestamp.from(now)).param("minuteAgo", Timestamp.from(now.minusSeconds(60)))
        .param("key", key.id()).update();
  }

  /** The newest first.
   *  @param before only what was last done before this moment */
  public List<Line> of(ApiKey key, Instant before) {
    return db.sql("""
        select hour, operation, status, times, last_at
        from api.call
        where key_id = :key and last_at < :before
        order by last_at desc, operation, status limit :most
        """).param("key", key.id()).param("before", Timestamp.from(before)).param("most", PAGE)
        .query((row, n) -> new Line(row.getTimestamp("hour").toInstant(), row.getString("operation"), row.getInt("status"), row.getInt("times"),
            row.getTimestamp("last_at").toInstant())).list();
  }

  int forgetBefore(Instant moment, int most) {
    return db.sql("""
        delete from api.call
        where (key_id, hour, operation, status) in (select key_id, hour, operation, status from api.call where hour < :before limit :most)
        """).param("before", Timestamp.from(moment)).param("most", most).update();
  }
}
