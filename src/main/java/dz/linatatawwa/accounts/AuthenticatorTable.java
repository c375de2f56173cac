package dz.linatatawwa.accounts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of authenticator apps and recovery codes. */
@Repository
class AuthenticatorTable {

  private final JdbcClient db;

  AuthenticatorTable(JdbcClient db) {
    this.db = db;
  }

  /** A sealed secret, and whether the app has shown the right digits once. */
  record Kept(byte[] sealed, boolean confirmed) {}

  Optional<Kept> of(AccountId account) {
    return db.sql("select secret, confirmed_at is not null as confirmed from accounts.authenticator where account_id = :account").param("account", account.value())
        .query((row, n) -> new Kept(row.getBytes("secret"), row.getBoolean("confirmed"))).optional();
  }

  Optional<Instant> confirmedAt(AccountId account) {
    return db.sql("select confirmed_at from accounts.authenticator where account_id = :account and confirmed_at is not null").param("account", account.value())
        .query((row, n) -> row.getTimestamp(1).toInstant()).optional();
  }

  /** Keeps a secret that waits for its confirmation; one that is confirmed stays.
   *  @return false when one is confirmed */
  boolean begin(AccountId account, byte[] sealed, Instant now) {
    return db.sql("""
        insert into accounts.authenticator as a (account_id, secret, made_at) values (:account, :secret, :now)
        on conflict (account_id) do update set secret = excluded.secret, made_at = excluded.made_at, last_step = 0 where a.confirmed_at is null
        """).param("account", account.value()).param("secret", sealed).param("now", Timestamp.from(now)).update() == 1;
  }

  /** Uses up a step of thirty seconds: of several at once, one.
   *  @return false when it, or a later one, was used before */
  boolean use(AccountId account, long step) {
    return db.sql("update accounts.authenticator set last_step = :step where account_id = :account and last_step < :step")
        .param("account", account.value()).param("step", step).update() == 1;
  }

  boolean confirm(AccountId account, Instant now) {
    return db.sql("update accounts.authenticator set confirmed_at = :now where account_id = :account and confirmed_at is null")
        .param("account", account.value()).param("now", Timestamp.from(now)).update() == 1;
  }

  void keepCodes(AccountId account, byte[] salt, List<byte[]> hashes) {
    db.sql("delete from accounts.recovery_code where account_id = :account").param("account", account.value()).update();
    for (byte[] hash : hashes) {
      db.sql("insert into accounts.recovery_code (account_id, code_hash, salt) values (:account, :hash, :salt)").param("account", account.value()).param("hash", hash)
          .param("salt", salt).update();
    }
  }

  /** With what this account's codes were hashed; nothing where there are none, or they are from before. */
  Optional<byte[]> salt(AccountId account) {
    return db.sql("select salt from accounts.recovery_code where account_id = :account and salt is not null limit 1").param("account", account.value()).query(byte[].class).optional();
  }

  boolean useCode(AccountId account, byte[] hash, Instant now) {
    return db.sql("update accounts.recovery_code set used_at = :now where account_id = :account and code_hash = :hash and used_at is null")
        .param("account", account.value()).param("hash", hash).param("now", Timestamp.from(now)).update() == 1;
  }

  int codesLeft(AccountId account) {
    return db.sql("select count(*) from accounts.recovery_code where account_id = :account and used_at is null").param("account", account.value()).query(Integer.class).single();
  }

  boolean remove(AccountId account) {
    db.sql("delete from accounts.recovery_code where account_id = :account").param("account", account.value()).update();
    return db.sql("delete from accounts.authenticator where account_id = :account").param("account", account.value()).update() == 1;
  }

  int removePasskeys(AccountId account) {
    return db.sql("delete from accounts.passkey where account_id = :account").param("account", account.value()).update();
  }
}
