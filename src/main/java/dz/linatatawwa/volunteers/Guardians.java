package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.jspecify.annotations.Nullable;

/** Consents of guardians: asked for, given by a code sent to the guardian, and withdrawn. */
@Repository
class Guardians {

  /** One consent.
   *  @param contact an e-mail address or a phone number
   *  @param givenAt null while only asked for */
  record Consent(long id, String name, String contact, Instant askedAt, @Nullable Instant givenAt, @Nullable Instant withdrawnAt) {

    boolean stands() {
      return givenAt != null && withdrawnAt == null;
    }
  }

  private final JdbcClient db;

  Guardians(JdbcClient db) {
    this.db = db;
  }

  boolean consented(AccountId minor) {
    return db.sql("""
        select exists (select from volunteers.guardian_consent
                       where volunteer_id = :minor and purpose = 'take-part' and given_at is not null and withdrawn_at is null)
        """).param("minor", minor.value()).query(Boolean.class).single();
  }

  Optional<Consent> latest(AccountId minor) {
    return db.sql("""
        select id, guardian_name as name, guardian_contact as contact, asked_at, given_at, withdrawn_at
        from volunteers.guardian_consent
        where volunteer_id = :minor and purpose = 'take-part'
        order by asked_at desc, id desc limit 1
        """).param("minor", minor.value()).query(Consent.class).optional();
  }

  @Transactional
  void ask(AccountId minor, String name, String contact) {
    db.sql("delete from volunteers.guardian_consent where volunteer_id = :minor and given_at is null").param("minor", minor.value())
        .update();
    db.sql("""
        insert into volunteers.guardian_consent (volunteer_id, purpose, guardian_name, guardian_contact)
        values (:minor, 'take-part', :name, :contact)
        """).param("minor", minor.value()).param("name", name).param("contact", contact).update();
  }

  void give(long consent) {
    db.sql("update volunteers.guardian_consent set given_at = now() where id = :id and given_at is null").param("id", consent).update();
  }

  void withdraw(AccountId minor) {
    db.sql("""
        update volunteers.guardian_consent set withdrawn_at = now()
        where volunteer_id = :minor and given_at is not null and withdrawn_at is null
        """).param("minor", minor.value()).update();
  }
}
