package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Duty;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks after a territory. */
@Component
class SupervisorDuty implements Duty {

  private final JdbcClient db;
  private final Clock clock;

  SupervisorDuty(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "supervisors";
  }

  @Override
  public Optional<Instant> since(AccountId person) {
    return db.sql("select granted_at from supervision.supervisor where account_id = :person and ended_at is null and until_at > :now order by granted_at limit 1")
        .param("person", person.value()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query((row, number) -> row.getObject("granted_at", OffsetDateTime.class).toInstant()).optional();
  }
}
