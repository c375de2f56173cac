package dz.linatatawwa.accounts;

import dz.linatatawwa.site.DataReplaced;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Random tokens, their hashes, and marks made with the platform's own key (in the database, made at first need, shared by all nodes). */
@Component
class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient db;
  private volatile @Nullable SecretKeySpec key;

  Secrets(JdbcClient db) {
    this.db = db;
  }

  /** 256 random bits, 43 letters that may stand in a cookie. */
  static String token() {
    return text(bytes(32));
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Six digits, each number equally likely. */
  static String sixDigits() {
    return "%06d".formatted(RANDOM.nextInt(1_000_000));
  }

  static boolean looksLikeToken(String value) {
    return value.length() == 43 && value.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
  }

  /** SHA-256: what is kept of a token, so that the database opens no door. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** HMAC-SHA-256 of these parts with the platform's key. */
  byte[] mark(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      for (String part : parts) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) key = known = new SecretKeySpec(load(), "HmacSHA256");
    return known;
  }

  private byte[] load() {
    db.sql("insert into accounts.secret (purpose, value) values ('key', :value) on conflict do nothing").param("value", bytes(32)).update();
    return db.sql("select value from accounts.secret where purpose = 'key'").query(byte[].class).single();
  }

  @EventListener(DataReplaced.class)
  void forget() {
    key = null;
  }
}
