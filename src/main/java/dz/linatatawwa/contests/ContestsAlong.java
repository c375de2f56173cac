package dz.linatatawwa.contests;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that are not settled go along with the organisation that answers them. */
@Component
class ContestsAlong extends RowsAlong {

  ContestsAlong(JdbcClient db) {
    super(db, "contest", "contests.contest", "id", "t.settled_at is null and t.withdrawn_at is null");
  }
}
