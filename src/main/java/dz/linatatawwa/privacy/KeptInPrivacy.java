package dz.linatatawwa.privacy;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInPrivacy implements KeptOfPerson {

  private final JdbcClient db;

  KeptInPrivacy(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("privacy.leaving", Purpose.FAIRNESS).person("account_id").shows("asked_at", "goes_at", "ended_at").codes("how"),
        Kept.of("privacy.request", Purpose.FAIRNESS).person("account_id").staff("answered_by").shows("kind", "words", "opened_at", "due_at", "outcome", "answer")
            .codes("kind", "outcome").empties("words = '—'", "answer = case when t.answer is null then null else '—' end"),
        Kept.of("privacy.breach_line", Purpose.POWER).staff("written_by"),
        Kept.of("privacy.officer", Purpose.OFFICE).person("account_id").staff("granted_by").shows("granted_at", "until_day", "ended_at"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("requests", 1095, 365, 3650, this::requests), Retention.of("timer-runs", 365, 30, 1825, this::runs));
  }

  private int requests(Instant before) {
    return db.sql("delete from privacy.request where id in (select id from privacy.request where answered_at < :before limit 1000)")
        .param("before", Timestamp.from(before)).update();
  }

  private int runs(Instant before) {
    return db.sql("delete from privacy.timer_run where (code, day) in (select code, day from privacy.timer_run where began_at < :before limit 1000)")
        .param("before", Timestamp.from(before)).update();
  }
}
