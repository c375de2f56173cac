package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Duty;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns an organisation. */
@Component
class OwnerDuty implements Duty {

  private final JdbcClient db;

  OwnerDuty(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String name() {
    return "owners";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("select since from organizations.member where account_id = :person and ended_at is null and role = 'owner' order by since limit 1")
        .param("person", person.value()).query((row, number) -> OrganizationRow.instant(row, "since")).optional();
  }
}
