package dz.linatatawwa.messages;

import dz.linatatawwa.organizations.RowsAlong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations go along with their organisation; of two about nothing in particular with the same person, the one of the organisation that stays is the one. */
@Component
class ConversationsAlong extends RowsAlong {

  ConversationsAlong(JdbcClient db) {
    super(db, "conversation", "messages.conversation", "id", """
        t.opportunity_id is not null or not exists (
          select from messages.conversation o where o.organization_id = :stays and o.volunteer_id = t.volunteer_id and o.opportunity_id is null)
        """);
  }
}
