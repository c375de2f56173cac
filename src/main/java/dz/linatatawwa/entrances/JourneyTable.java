package dz.linatatawwa.entrances;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sign-ins under way: each is used once. */
@Repository
class JourneyTable {

  /** A sign-in that was begun.
   *  @param redirect where the institution sends the person back to
   *  @param wayBack  where the person wanted to go; may be empty */
  record Journey(long entrance, String nonce, String verifier, String redirect, String wayBack) {}

  /** Somebody who has not said yet which account is theirs. */
  record Waiting(long entrance, String subject, @Nullable String email, boolean second) {}

  private final JdbcClient db;

  JourneyTable(JdbcClient db) {
    this.db = db;
  }

  void begin(byte[] state, byte[] ticket, Journey journey, Instant ends, Instant now) {
    db.sql("delete from entrances.journey where ends_at < :now").param("now", Timestamp.from(now)).update();
    db.sql("delete from entrances.vouched where ends_at < :now").param("now", Timestamp.from(now)).update();
    db.sql("""
        insert into entrances.journey (state_hash, ticket_hash, entrance_id, nonce, verifier, redirect, way_back, ends_at)
        values (:state, :ticket, :entrance, :nonce, :verifier, :redirect, :wayBack, :ends)
        """).param("state", state).param("ticket", ticket).param("entrance", journey.entrance()).param("nonce", journey.nonce()).param("verifier", journey.verifier())
        .param("redirect", journey.redirect()).param("wayBack", journey.wayBack()).param("ends", Timestamp.from(ends)).update();
  }

  /** Uses a journey up. */
  Optional<Journey> take(byte[] state, byte[] ticket, EntranceId entrance, Instant now) {
    return db.sql("""
        delete from entrances.journey
        where state_hash = :state and ticket_hash = :ticket and entrance_id = :entrance and ends_at > :now
        returning entrance_id as entrance, nonce, verifier, redirect, way_back
        """).param("state", state).param("ticket", ticket).param("entrance", entrance.value()).param("now", Timestamp.from(now)).query(Journey.class).optional();
  }

  void offer(byte[] ticket, EntranceId entrance, Vouched who, boolean second, Instant ends) {
    db.sql("""
        insert into entrances.vouched (ticket_hash, entrance_id, subject, email, second, ends_at) values (:ticket, :entrance, :subject, :email, :second, :ends)
        """).param("ticket", ticket).param("entrance", entrance.value()).param("subject", who.subject()).param("email", who.email(), java.sql.Types.VARCHAR).param("second", second)
        .param("ends", Timestamp.from(ends)).update();
  }

  Optional<Waiting> waiting(byte[] ticket, Instant now) {
    return db.sql("select entrance_id as entrance, subject, email, second from entrances.vouched where ticket_hash = :ticket and ends_at > :now").param("ticket", ticket)
        .param("now", Timestamp.from(now)).query(Waiting.class).optional();
  }

  /** Uses it up. */
  Optional<Waiting> settle(byte[] ticket, Instant now) {
    return db.sql("delete from entrances.vouched where ticket_hash = :ticket and ends_at > :now returning entrance_id as entrance, subject, email, second").param("ticket", ticket)
        .param("now", Timestamp.from(now)).query(Waiting.class).optional();
  }
}
