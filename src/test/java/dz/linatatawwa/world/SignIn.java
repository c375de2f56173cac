package dz.linatatawwa.world;

import dz.linatatawwa.accounts.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the tests who are already inside: accounts and sessions made without the pages of sign-in. */
public final class SignIn {

  /** The name of the session's cookie over plain http. */
  public static final String COOKIE = "session";

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final SecureRandom RANDOM = new SecureRandom();

  private SignIn() {}

  /** A new account of this name, with an e-mail address of its own. */
  public static AccountId account(String name) {
    return new AccountId(db().sql("insert into accounts.account (name, email) values (:name, :email) returning id")
        .param("name", name).param("email", "person" + NUMBERS.incrementAndGet() + "@example.dz").query(Long.class).single());
  }

  /** A new administrator. */
  public static AccountId administrator(String name) {
    AccountId id = account(name);
    db().sql("update accounts.account set administrator = true where id = :id").param("id", id.value()).update();
    return id;
  }

  /** Opens a session for this account; the value goes into the cookie {@link #COOKIE}. */
  public static String as(AccountId account) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    db().sql("""
        insert into accounts.session (token_hash, account_id, expires_at, way_in, device)
        values (:hash, :account, now() + interval '1 day', 'code', 'test')
        """).param("hash", hash(token)).param("account", account.value()).update();
    return token;
  }

  /** The newest one-time code that was sent to this contact, as kept: e-mail in lower case, phone as +213… */
  public static String code(String contact) {
    String body = db().sql("""
        select n.body
        from notices.delivery d join notices.notice n on n.id = d.notice_id
        where d.address = :contact and n.kind = 'code'
        order by d.id desc limit 1
        """).param("contact", contact).query(String.class).single();
    var digits = java.util.regex.Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])").matcher(body);
    if (!digits.find()) throw new IllegalStateException("no code in: " + body);
    return digits.group();
  }

  private static JdbcClient db() {
    return JdbcClient.create(TestDatabase.one());
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
