package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountClosed;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who leaves is forgotten here: what counted stays counted, without the person. */
@Component
class Erasing {

  private final JdbcClient db;

  Erasing(JdbcClient db) {
    this.db = db;
  }

  @ApplicationModuleListener
  void on(AccountClosed closed) {
    db.sql("""
        update volunteers.volunteer
        set about = null, audience = null, languages = '{}', skills = '{}', fields = '{}', availability = '{}', sex = null, education = null
        where account_id = :id
        """).param("id", closed.account().value()).update();
    for (String table : List.of("guardian_consent", "guardian", "guardian_ask")) {
      db.sql("delete from volunteers." + table + " where volunteer_id = :id").param("id", closed.account().value()).update();
    }
  }
}
