package dz.linatatawwa.feeds;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Secret links to people's own calendars: 256 random bits, told once, kept as a hash; a new one ends the one before. */
@Repository
public class CalendarLinks {

  /** The shape of the secret in an address. */
  public static final String SHAPE = "[A-Za-z0-9_-]{43}";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient db;
  private final Clock clock;

  CalendarLinks(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Since when this person has one. */
  public Optional<Instant> since(AccountId person) {
    return db.sql("select made_at from feeds.calendar_link where account_id = :person").param("person", person.value())
        .query((row, n) -> row.getTimestamp("made_at").toInstant()).optional();
  }

  /** Makes a link, in place of the one before. @return its secret, which nobody can tell again */
  @Transactional
  public String renew(AccountId person) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    db.sql("""
        insert into feeds.calendar_link (account_id, token_hash, made_at) values (:person, :hash, :now)
        on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
        """).param("person", person.value()).param("hash", hash(secret)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    return secret;
  }

  /** Ends the link. @return whether there was one */
  @Transactional
  public boolean end(AccountId person) {
    return db.sql("delete from feeds.calendar_link where account_id = :person").param("person", person.value()).update() == 1;
  }

  /** Whose calendar this secret opens. */
  public Optional<AccountId> whose(String secret) {
    return db.sql("select account_id from feeds.calendar_link where token_hash = :hash").param("hash", hash(secret))
        .query((row, n) -> new AccountId(row.getLong("account_id"))).optional();
  }

  @EventListener
  void on(AccountClosed closed) {
    end(closed.account());
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
