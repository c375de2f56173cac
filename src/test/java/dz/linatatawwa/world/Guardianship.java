package dz.linatatawwa.world;

import dz.linatatawwa.accounts.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guardians of the tests' minors. */
public final class Guardianship {

  private Guardianship() {}

  /** Names a guardian, in the first free place, who agrees to these purposes.
   *  @return the guardian's number */
  public static long agreed(JdbcClient db, AccountId minor, String name, String contact, String... purposes) {
    long guardian = db.sql("""
        insert into volunteers.guardian (volunteer_id, place, name, contact)
        values (:minor, (select count(*) + 1 from volunteers.guardian where volunteer_id = :minor and ended_at is null), :name, :contact) returning id
        """).param("minor", minor.value()).param("name", name).param("contact", contact).query(Long.class).single();
    for (String purpose : purposes) {
      db.sql("""
          insert into volunteers.guardian_consent (volunteer_id, guardian_id, purpose, guardian_name, guardian_contact, given_at)
          values (:minor, :guardian, :purpose, :name, :contact, now())
          """).param("minor", minor.value()).param("guardian", guardian).param("purpose", purpose).param("name", name).param("contact", contact).update();
    }
    return guardian;
  }
}
