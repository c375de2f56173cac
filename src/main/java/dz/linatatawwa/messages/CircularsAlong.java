package dz.linatatawwa.messages;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an organisation told its people goes along with it. */
@Component
class CircularsAlong extends RowsAlong {

  CircularsAlong(JdbcClient db) {
    super(db, "circular", "messages.circular", "id", "true");
  }
}
