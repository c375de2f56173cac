package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInReports implements KeptOfPerson {

  private final ReportTable reports;

  KeptInReports(ReportTable reports) {
    this.reports = reports;
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("reports.concern", Purpose.FAIRNESS).staff("decided_by", "released_by"),
        Kept.of("reports.report", Purpose.FAIRNESS).person("account_id")
            .shows("(select c.title from reports.concern c where c.id = t.concern_id) as reported", "reason", "words", "at").codes("reason").empties("words = ''"),
        Kept.of("reports.recourse", Purpose.FAIRNESS).person("asked_by").staff("ruled_by", "settled_by")
            .shows("title", "words", "asked_at", "outcome", "answer", "settled_at").codes("ruling_kind", "outcome", "reason_code").names("title", "answer")
            .empties("words = '—'"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(Retention.of("report-marks", 90, 30, 365, before -> reports.forgetMarks(before, Retention.BATCH)));
  }
}
