package dz.linatatawwa.hours;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposed hours that wait for a confirmation go along with the organisation that gives it. What is in the ledger stays as it was written. */
@Component
class ClaimsAlong extends RowsAlong {

  ClaimsAlong(JdbcClient db) {
    super(db, "claim", "hours.claim", "id", "t.state = 'proposed'");
  }
}
