package dz.linatatawwa.messages;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wanted no messages of an organisation wants none of the one that it became. */
@Component
class BlocksAlong extends RowsAlong {

  BlocksAlong(JdbcClient db) {
    super(db, "message-block", "messages.block", "id", """
        t.ended_at is null and not exists (
          select from messages.block o where o.organization_id = :stays and o.volunteer_id = t.volunteer_id and o.side = t.side and o.ended_at is null)
        """);
  }
}
