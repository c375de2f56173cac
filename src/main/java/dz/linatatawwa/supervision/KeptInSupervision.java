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
        Kept.of("supervision.supervisor", Purpose.OFFICE).person("account_id").staff("granted_by").shows("wilaya_code", "granted_at", "ended_at"),
        Kept.of("supervision.matter", Purpose.POWER).staff("claimed_by", "decided_by"),
        Kept.of("supervision.audit", Purpose.POWER)
            .whose("t.object_kind = 'account' and t.object_id = cast(:person as text) or t.details ->> 'member' = cast(:person as text)", "object_id").staff("actor")
            .shows("at", "deed", "reason").codes("deed", "object_kind", "object_id", "reason", "details", "network"));
  }
}
