package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Duty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns or manages a partner. */
@Component
class PartnerDuty implements Duty {

  private final JdbcClient db;

  PartnerDuty(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "partners";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("""
        select since
        from partnerships.member
        where account_id = :person and ended_at is null and role in ('owner', 'manager')
        order by since
        limit 1
        """).param("person", person.value()).query((row, number) -> row.getObject("since", OffsetDateTime.class).toInstant()).optional();
  }
}
