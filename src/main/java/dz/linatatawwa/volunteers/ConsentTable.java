package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of guardians' consents. */
@Repository
class ConsentTable {

  private static final String WITHDRAW = """
      update volunteers.guardian_consent set withdrawn_at = :now, withdrawn_by = :by
      where volunteer_id = :minor and withdrawn_at is null
      """;

  private final JdbcClient db;

  ConsentTable(JdbcClient db) {
    this.db = db;
  }

  /** The newest hundred, those that stand first. */
  List<GuardianConsent> of(AccountId minor) {
    return db.sql("""
        select volunteer_id, guardian_id, guardian_name, guardian_contact, purpose, version, way, within, given_at, withdrawn_at, withdrawn_by
        from volunteers.guardian_consent where volunteer_id = :minor order by withdrawn_at is not null, given_at desc, id desc limit 100
        """).param("minor", minor.value()).query(ConsentTable::read).list();
  }

  /** Keeps a consent; one that stands already stays as it is.
   *  @param guardian null: both places are taken by others */
  void give(AccountId minor, @Nullable Long guardian, String name, @Nullable String contact, GuardianPurpose purpose, @Nullable Long within, Instant now) {
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, guardian_id, guardian_name, guardian_contact, purpose, version, way, within, given_at)
        values (:minor, :guardian, :name, :contact, :purpose, :version, :way, :within, :now)
        on conflict (guardian_id, purpose, coalesce(within, 0)) where withdrawn_at is null do nothing
        """).param("minor", minor.value()).param("guardian", guardian).param("name", name).param("contact", contact).param("purpose", purpose.code())
        .param("version", GuardianPurpose.VERSION).param("way", within == null ? "link" : "paper").param("within", within)
        .param("now", GuardianTable.at(now)).update();
  }

  /** @return how many stood */
  int withdraw(AccountId minor, String by, Instant now) {
    return bound(WITHDRAW, minor, by, now).update();
  }

  int withdraw(Guardian guardian, String by, Instant now) {
    return bound(WITHDRAW + "and guardian_id = :guardian", guardian.minor(), by, now).param("guardian", guardian.id()).update();
  }

  int withdraw(Guardian guardian, GuardianPurpose purpose, String by, Instant now) {
    return bound(WITHDRAW + "and guardian_id = :guardian and purpose = :purpose", guardian.minor(), by, now).param("guardian", guardian.id())
        .param("purpose", purpose.code()).update();
  }

  int withdrawWithin(AccountId minor, long body, Instant now) {
    return bound(WITHDRAW + "and within = :within", minor, "organization", now).param("within", body).update();
  }

  private JdbcClient.StatementSpec bound(String sql, AccountId minor, String by, Instant now) {
    return db.sql(sql).param("minor", minor.value()).param("by", by).param("now", GuardianTable.at(now));
  }

  private static GuardianConsent read(ResultSet row, int number) throws SQLException {
    OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new GuardianConsent(new AccountId(row.getLong("volunteer_id")), row.getObject("guardian_id", Long.class), row.getString("guardian_name"),
        row.getString("guardian_contact"), GuardianPurpose.of(row.getString("purpose")).orElseThrow(), row.getInt("version"),
        row.getString("way").equals("paper"), row.getObject("within", Long.class), row.getObject("given_at", OffsetDateTime.class).toInstant(),
        withdrawn == null ? null : withdrawn.toInstant(), row.getString("withdrawn_by"));
  }
}
