package dz.linatatawwa.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who administers the platform. The only administrator is left out: nobody could let them in again. */
@Component
class AdministratorDuty implements Duty {

  private final JdbcClient db;

  AdministratorDuty(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "administrators";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("""
        select coalesce(a.administrator_since, a.created_at) as since
        from accounts.account a
        where a.id = :person and a.administrator
          and exists (select from accounts.account other where other.administrator and other.closed_at is null and other.id <> a.id)
        """).param("person", person.value()).query((row, number) -> row.getObject("since", OffsetDateTime.class).toInstant()).optional();
  }
}
