package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInSupervision implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("supervision.supervisor", Purpose.OFFICE).person("account_id").staff("granted_by", "ended_by")
            .shows("wilaya_code", "granted_at", "until_at", "ended_at").codes("field_code", "end_cause"),
        Kept.of("supervision.absence", Purpose.OFFICE).person("account_id").staff("stand_in_id", "made_by").shows("from_at", "until_at"),
        Kept.of("supervision.matter", Purpose.POWER).staff("claimed_by", "kept_for", "decided_by"),
        Kept.of("supervision.opening", Purpose.POWER).staff("account_id"),
        Kept.of("supervision.bulk", Purpose.POWER).staff("made_by"),
        Kept.of("supervision.digest_choice", Purpose.MESSAGES).person("account_id").shows("rhythm", "wanted").gone(),
        Kept.of("supervision.digest", Purpose.MESSAGES).person("account_id").shows("rhythm", "day", "made_at").gone(),
        Kept.of("supervision.audit", Purpose.POWER)
            .whose("t.object_kind = 'account' and t.object_id = cast(:person as text) or t.details ->> 'member' = cast(:person as text)", "object_id").staff("actor")
            .shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"));
  }
}
