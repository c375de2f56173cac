package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of guardians' consents. */
@Repository
class GuardianTable {

  /** A consent that waits for its code. */
  record Open(long id, byte[] codeHash, int tries, UUID token) {}

  private static final String SELECT = """
      select volunteer_id, guardian_name, guardian_contact, asked_at, given_at, withdrawn_at
      from volunteers.guardian_consent
      """;

  private final JdbcClient db;

  GuardianTable(JdbcClient db) {
    this.db = db;
  }

  boolean consented(AccountId minor) {
    return db.sql("""
        select exists (select from volunteers.guardian_consent
                       where volunteer_id = :minor and purpose = 'take-part' and given_at is not null and withdrawn_at is null)
        """).param("minor", minor.value()).query(Boolean.class).single();
  }

  Optional<GuardianConsent> latest(AccountId minor) {
    return db.sql(SELECT + "where volunteer_id = :minor and purpose = 'take-part' order by asked_at desc, id desc limit 1")
        .param("minor", minor.value()).query(GuardianTable::read).optional();
  }

  Optional<GuardianConsent> byToken(UUID token) {
    return db.sql(SELECT + "where token = :token").param("token", token).query(GuardianTable::read).optional();
  }

  /** How often this minor asked anybody, or anybody asked this contact, whichever is more. */
  int askedSince(AccountId minor, String contact, Instant since) {
    return db.sql("""
        select greatest(count(*) filter (where volunteer_id = :minor), count(*) filter (where guardian_contact = :contact))
        from volunteers.guardian_consent
        where (volunteer_id = :minor or guardian_contact = :contact) and asked_at > :since
        """).param("minor", minor.value()).param("contact", contact).param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class).single();
  }

  void ask(AccountId minor, String guardian, String contact, byte[] codeHash, UUID token, Instant now) {
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact, code_hash, token, asked_at)
        values (:minor, 'take-part', :guardian, :contact, :hash, :token, :now)
        """).param("minor", minor.value()).param("guardian", guardian).param("contact", contact).param("hash", codeHash)
        .param("token", token).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  Optional<Open> lockOpen(AccountId minor, Instant since) {
    return db.sql("""
        select id, code_hash, tries, token from volunteers.guardian_consent
        where volunteer_id = :minor and given_at is null and asked_at > :since
        order by asked_at desc, id desc limit 1 for update
        """).param("minor", minor.value()).param("since", since.atOffset(ZoneOffset.UTC)).query(Open.class).optional();
  }

  void tried(long id) {
    db.sql("update volunteers.guardian_consent set tries = tries + 1 where id = :id").param("id", id).update();
  }

  void give(long id, Instant now) {
    db.sql("update volunteers.guardian_consent set given_at = :now where id = :id").param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  boolean withdraw(AccountId minor, Instant now) {
    return db.sql("""
        update volunteers.guardian_consent set withdrawn_at = :now
        where volunteer_id = :minor and given_at is not null and withdrawn_at is null
        """).param("minor", minor.value()).param("now", now.atOffset(ZoneOffset.UTC)).update() > 0;
  }

  private static GuardianConsent read(ResultSet row, int number) throws SQLException {
    return new GuardianConsent(new AccountId(row.getLong("volunteer_id")), row.getString("guardian_name"), row.getString("guardian_contact"),
        row.getTimestamp("asked_at").toInstant(), instant(row.getTimestamp("given_at")), instant(row.getTimestamp("withdrawn_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
