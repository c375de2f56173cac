package dz.linatatawwa.guardians;

import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.Guardians;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Browsers in which a guardian has proved their contact: they see their page for two hours, and nobody else's. */
@Component
public class GuardianVisits {

  /** How long a browser shows a guardian's page after the code. */
  public static final Duration LIFE = Duration.ofHours(2);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final JdbcClient db;
  private final Guardians guardians;
  private final Clock clock;

  GuardianVisits(JdbcClient db, Guardians guardians, Clock clock) {
    this.db = db;
    this.guardians = guardians;
    this.clock = clock;
  }

  /** Opens a visit.
   *  @return the token that the browser keeps */
  @Transactional
  public String open(Guardian guardian) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    db.sql("delete from guardians.visit where ends_at < :now").param("now", Timestamp.from(now)).update();
    db.sql("insert into guardians.visit (token_hash, guardian_id, opened_at, ends_at) values (:hash, :guardian, :now, :ends)").param("hash", hash(token))
        .param("guardian", guardian.id()).param("now", Timestamp.from(now)).param("ends", Timestamp.from(now.plus(LIFE))).update();
    return token;
  }

  /** Whose visit this token is, while it lasts. */
  public Optional<Guardian> of(String token) {
    return db.sql("select guardian_id from guardians.visit where token_hash = :hash and ends_at > :now").param("hash", hash(token))
        .param("now", Timestamp.from(clock.instant())).query(Long.class).optional().flatMap(guardians::find);
  }

  /** Ends a visit before its time. */
  @Transactional
  public void end(String token) {
    db.sql("delete from guardians.visit where token_hash = :hash").param("hash", hash(token)).update();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
