package dz.linatatawwa.declarations;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Declared work of which an organisation has not said anything yet goes along with it. */
@Component
class DeclarationsAlong extends RowsAlong {

  DeclarationsAlong(JdbcClient db) {
    super(db, "declaration", "declarations.declaration", "id", "t.organization_said is null and t.state in ('waiting', 'declared')");
  }
}
