package dz.linatatawwa.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers to deeds by their Idempotency-Key, kept for a day. An answer is written in the transaction of its deed: either both are there or neither, whenever the process dies. */
@Repository
public class GivenAnswers {

  /** How long the same key is answered the same. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** What was answered. */
  public record Given(int status, @Nullable String type, @Nullable String location, @Nullable String tag, byte[] body) {}

  /** What is to be done with a deed that bears this key. */
  public sealed interface Turn {
    /** Do it: nobody else does, as long as this transaction lasts. */
    record First() implements Turn {}

    /** Another call with this key is being answered. */
    record InFlight() implements Turn {}

    /** It was answered before, for the same words. */
    record Again(Given given) implements Turn {}

    /** The key belongs to other words. */
    record Other() implements Turn {}
  }

  private final JdbcClient db;
  private final Clock clock;

  GivenAnswers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Looks whose turn it is; within the deed's transaction.
   *  @param asked hash of method, address and body */
  @Transactional(propagation = Propagation.MANDATORY)
  public Turn turn(ApiKey key, String token, byte[] asked) {
    boolean alone = db.sql("select pg_try_advisory_xact_lock(hashtextextended(:what, 0))").param("what", "api.answer " + key.id() + " " + token).query(Boolean.class).single();
    if (!alone) return new Turn.InFlight();
    Optional<Found> found = find(key, token);
    if (found.isEmpty()) return new Turn.First();
    return Arrays.equals(found.get().asked, asked) ? new Turn.Again(found.get().given) : new Turn.Other();
  }

  private record Found(byte[] asked, Given given) {}

  private Optional<Found> find(ApiKey key, String token) {
    return db.sql("select asked, status, type, location, tag, body from api.answer where key_id = :key and token = :token and at > :since").param("key", key.id())
        .param("token", token).param("since", Timestamp.from(clock.instant().minus(KEPT)))
        .query((row, n) -> new Found(row.getBytes("asked"), new Given(row.getInt("status"), row.getString("type"), row.getString("location"), row.getString("tag"),
            row.getBytes("body")))).optional();
  }

  /** Keeps what was answered; within the deed's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(ApiKey key, String token, byte[] asked, Given given) {
    db.sql("""
        insert into api.answer (key_id, token, asked, status, type, location, tag, body, at)
        values (:key, :token, :asked, :status, :type, :location, :tag, :body, :now)
        on conflict (key_id, token) do update
        set asked = excluded.asked, status = excluded.status, type = excluded.type, location = excluded.location, tag = excluded.tag, body = excluded.body, at = excluded.at
        """).param("key", key.id()).param("token", token).param("asked", asked).param("status", given.status()).param("type", given.type())
        .param("location", given.location()).param("tag", given.tag()).param("body", given.body()).param("now", Timestamp.from(clock.instant())).update();
  }

  int forgetBefore(Instant moment, int most) {
    return db.sql("delete from api.answer where (key_id, token) in (select key_id, token from api.answer where at < :before limit :most)")
        .param("before", Timestamp.from(moment)).param("most", most).update();
  }
}
