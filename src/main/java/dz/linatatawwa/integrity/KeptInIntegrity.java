package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInIntegrity implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("integrity.measure", Purpose.POWER).staff("changed_by"),
        Kept.of("integrity.haste", Purpose.POWER).person("account_id").staff("answered_by").shows("day", "found_at", "answer", "answered_at").codes("why", "above")
            .empties("answer = case when t.answer is null then null else '—' end"),
        Kept.of("integrity.doubt", Purpose.FAIRNESS)
            .whose("t.about = 'volunteer' and t.subject_id = :person and t.state in ('asked', 'cleared', 'settled')", "subject_id").staff("held_by")
            .shows("state", "opened_at", "state_since").codes("about", "state"),
        Kept.of("integrity.finding", Purpose.FAIRNESS)
            .whose("t.doubt_id in (select d.id from integrity.doubt d where d.about = 'volunteer' and d.subject_id = :person and d.state in ('asked', 'cleared', 'settled'))")
            .shows("check_code", "found_at", "closed_how").codes("check_code", "mark", "facts", "closed_how"),
        Kept.of("integrity.question", Purpose.FAIRNESS).whose("t.side = 'volunteer' and t.asked_of = :person", "asked_of").staff("asked_by", "answered_by")
            .shows("words", "asked_at", "answer", "answered_at").codes("side").empties("words = '—'", "answer = case when t.answer is null then null else '—' end"),
        Kept.of("integrity.sample", Purpose.FAIRNESS).person("volunteer_id").shows("asked_at", "answer", "answered_at").codes("answer"));
  }
}
