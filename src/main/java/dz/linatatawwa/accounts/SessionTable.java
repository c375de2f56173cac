package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sessions. */
@Repository
class SessionTable {

  private static final String LIVING = """
      select s.public_id, s.opened_at, s.seen_at, s.proved_at, s.way_in, s.device, s.network, s.second_at, a.id, a.name, a.language, a.administrator
      from accounts.session s join accounts.account a on a.id = s.account_id
      where s.ended_at is null and s.expires_at > :now and a.closed_at is null
        and s.seen_at > case when a.administrator then :staffIdle::timestamptz else :idle::timestamptz end
      """;

  private final JdbcClient db;

  SessionTable(JdbcClient db) {
    this.db = db;
  }

  void open(byte[] hash, AccountId account, String wayIn, Origin from, byte[] mark, Instant now, DoorRules rules) {
    db.sql("""
        insert into accounts.session (token_hash, account_id, opened_at, seen_at, proved_at, expires_at, way_in, device, network,
          device_mark, second_at)
        select :hash, a.id, :now::timestamptz, :now::timestamptz, :now::timestamptz,
          case when a.administrator then :staffEnd::timestamptz else :end::timestamptz end, :wayIn, :device, :network, :mark,
          case when :wayIn = 'passkey' then :now::timestamptz end
        from accounts.account a
        where a.id = :account
        """)
        .param("hash", hash).param("account", account.value()).param("now", Timestamp.from(now))
        .param("end", Timestamp.from(now.plus(rules.absolute(false)))).param("staffEnd", Timestamp.from(now.plus(rules.absolute(true))))
        .param("wayIn", wayIn).param("device", from.device()).param("network", from.place()).param("mark", mark).update();
  }

  /** Who is told of a session.
   *  @param email or null */
  record Told(Language language, @Nullable String email) {}

  /** The person, when the account was used before, but never in the browser of this mark. */
  Optional<Told> owedWord(AccountId account, byte[] mark) {
    return db.sql("""
        select a.language, a.email
        from accounts.account a
        where a.id = :account and exists (select from accounts.session s where s.account_id = a.id)
          and not exists (select from accounts.session s where s.account_id = a.id and s.device_mark = :mark)
        """).param("account", account.value()).param("mark", mark)
        .query((row, n) -> new Told(Language.of(row.getString("language")).orElse(Language.AR), row.getString("email"))).optional();
  }

  Optional<Session> find(byte[] hash, Instant now, DoorRules rules) {
    return living(LIVING + " and s.token_hash = :hash", now, rules).param("hash", hash).query(SessionTable::session).optional();
  }

  List<Session> of(AccountId account, Instant now, DoorRules rules) {
    return living(LIVING + " and s.account_id = :account order by s.seen_at desc limit 100", now, rules)
        .param("account", account.value()).query(SessionTable::session).list();
  }

  /** Rows that somebody else holds now are passed over: whoever holds them uses them. */
  void seen(List<byte[]> hashes, Instant now) {
    db.sql("""
        update accounts.session set seen_at = greatest(seen_at, :now) where token_hash in (
          select token_hash from accounts.session where token_hash = any(:hashes) order by token_hash for no key update skip locked)
        """).param("hashes", hashes.toArray(byte[][]::new)).param("now", Timestamp.from(now)).update();
  }

  void proved(UUID session, Instant now) {
    db.sql("update accounts.session set proved_at = :now where public_id = :session").param("session", session).param("now", Timestamp.from(now)).update();
  }

  void second(UUID session, Instant now) {
    db.sql("update accounts.session set second_at = :now, proved_at = :now where public_id = :session").param("session", session).param("now", Timestamp.from(now)).update();
  }

  void end(byte[] hash, Instant now) {
    db.sql("update accounts.session set ended_at = :now where token_hash = :hash and ended_at is null")
        .param("hash", hash).param("now", Timestamp.from(now)).update();
  }

  boolean end(AccountId account, UUID session, Instant now) {
    return db.sql("update accounts.session set ended_at = :now where account_id = :account and public_id = :session and ended_at is null")
        .param("account", account.value()).param("session", session).param("now", Timestamp.from(now)).update() == 1;
  }

  int endOthers(AccountId account, UUID kept, Instant now) {
    return db.sql("update accounts.session set ended_at = :now where account_id = :account and public_id <> :kept and ended_at is null")
        .param("account", account.value()).param("kept", kept).param("now", Timestamp.from(now)).update();
  }

  int endEverybodys(Instant now) {
    return db.sql("update accounts.session set ended_at = :now where ended_at is null").param("now", Timestamp.from(now)).update();
  }

  private JdbcClient.StatementSpec living(String sql, Instant now, DoorRules rules) {
    return db.sql(sql).param("now", Timestamp.from(now)).param("idle", Timestamp.from(now.minus(rules.idle(false))))
        .param("staffIdle", Timestamp.from(now.minus(rules.idle(true))));
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    SignedIn person = new SignedIn(new AccountId(row.getLong("id")), row.getString("name"),
        Language.of(row.getString("language")).orElse(Language.AR), row.getBoolean("administrator"));
    return new Session(row.getObject("public_id", UUID.class), person, row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(), row.getTimestamp("proved_at").toInstant(), row.getString("way_in"),
        row.getString("device"), row.getString("network"),
        row.getTimestamp("second_at") instanceof Timestamp second ? second.toInstant() : null);
  }
}
