package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers that either side added to the cases of a volunteer go when the volunteer leaves. */
@Component
class PapersLeaving {

  private final JdbcClient db;
  private final Files files;

  PapersLeaving(JdbcClient db, Files files) {
    this.db = db;
    this.files = files;
  }

  @EventListener
  void left(AccountClosed closed) {
    db.sql("select p.file_id from contests.paper p join contests.contest c on c.id = p.contest_id where c.volunteer_id = :person")
        .param("person", closed.account().value()).query(UUID.class).list().forEach(id -> files.delete(new FileId(id)));
  }
}
