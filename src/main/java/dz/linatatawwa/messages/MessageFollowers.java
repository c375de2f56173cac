package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountClosed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows here from what happened in lower rooms: whoever leaves answers nothing any more. Their own conversations go by their line of the register. */
@Component
class MessageFollowers {

  private final JdbcClient db;

  MessageFollowers(JdbcClient db) {
    this.db = db;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    db.sql("update messages.conversation set assigned_to = null where assigned_to = :person").param("person", closed.account().value()).update();
  }
}
