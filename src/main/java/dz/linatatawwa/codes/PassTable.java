package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PassTable {

  /** @param over withdrawn, or its session ended */
  record Row(long accountId, Instant expiresAt, boolean over) {}

  private final JdbcClient db;

  PassTable(JdbcClient db) {
    this.db = db;
  }

  /** Keeps or renews a phone's pass; false when the key is another person's or was withdrawn. */
  boolean keep(AccountId account, byte[] key, String name, UUID session, Instant now, Instant ends) {
    return db.sql("""
        insert into codes.pass as p (account_id, public_key, name, session_id, made_at, expires_at)
        values (:account, :key, :name, :session, :now, :ends)
        on conflict (public_key) do update set expires_at = excluded.expires_at, session_id = excluded.session_id
        where p.account_id = excluded.account_id and p.revoked_at is null
          and not exists (select from accounts.ended_session e where e.id = p.session_id)
        """).param("account", account.value()).param("key", key).param("name", name).param("session", session)
        .param("now", Timestamp.from(now)).param("ends", Timestamp.from(ends)).update() == 1;
  }

  Optional<Row> find(byte[] key) {
    return db.sql("""
        select p.account_id, p.expires_at,
               p.revoked_at is not null or exists (select from accounts.ended_session e where e.id = p.session_id) as over
        from codes.pass p where p.public_key = :key
        """).param("key", key)
        .query((row, number) -> new Row(row.getLong("account_id"), row.getTimestamp("expires_at").toInstant(), row.getBoolean("over"))).optional();
  }

  List<Pass> living(AccountId account, Instant now) {
    return db.sql("""
        select p.id, p.name, p.made_at, p.expires_at
        from codes.pass p
        where p.account_id = :account and p.revoked_at is null and p.expires_at > :now
          and not exists (select from accounts.ended_session e where e.id = p.session_id)
        order by p.made_at desc, p.id desc
        """).param("account", account.value()).param("now", Timestamp.from(now))
        .query((row, number) -> new Pass(row.getLong("id"), row.getString("name"), row.getTimestamp("made_at").toInstant(), row.getTimestamp("expires_at").toInstant()))
        .list();
  }

  boolean revoke(AccountId account, long id, Instant now) {
    return db.sql("update codes.pass set revoked_at = :now where id = :id and account_id = :account and revoked_at is null")
        .param("now", Timestamp.from(now)).param("id", id).param("account", account.value()).update() == 1;
  }

  int revokeAll(AccountId account, Instant now) {
    return db.sql("update codes.pass set revoked_at = :now where account_id = :account and revoked_at is null")
        .param("now", Timestamp.from(now)).param("account", account.value()).update();
  }

  /** Keys of these people that were withdrawn though their date is not over. */
  List<byte[]> withdrawn(Collection<Long> accounts, Instant now) {
    return db.sql("select public_key from codes.withdrawn_pass where account_id = any(:accounts) and expires_at > :now")
        .param("accounts", accounts.toArray(Long[]::new)).param("now", Timestamp.from(now)).query((row, number) -> row.getBytes("public_key")).list();
  }

  void forget(AccountId account) {
    db.sql("delete from codes.pass where account_id = :account").param("account", account.value()).update();
  }
}
