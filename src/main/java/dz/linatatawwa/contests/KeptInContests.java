package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInContests implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("contests.contest", Purpose.FAIRNESS).person("volunteer_id").staff("opened_by", "answered_by", "settled_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "subject", "ground", "opened_at", "answer", "outcome", "reason", "settled_at")
            .codes("subject", "ground", "answer", "outcome", "reason_code").empties("reason"),
        Kept.of("contests.statement", Purpose.FAIRNESS).whose("t.contest_id in (select c.id from contests.contest c where c.volunteer_id = :person)")
            .staff("said_by").shows("side", "words", "said_at").codes("side").empties("words = '—'"),
        Kept.of("contests.paper", Purpose.FAIRNESS).whose("t.contest_id in (select c.id from contests.contest c where c.volunteer_id = :person)").staff("added_by")
            .shows("side", "added_at").codes("side").byRoom(),
        Kept.of("supervision.audit", Purpose.FAIRNESS)
            .whose("t.object_kind = 'contest' and t.object_id in (select cast(c.id as text) from contests.contest c where c.volunteer_id = :person)").staff("actor")
            .shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"));
  }
}
