package dz.linatatawwa.means;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInMeans implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("means.need", Purpose.OFFICE).staff("asked_by", "closed_by"),
        Kept.of("means.pledge", Purpose.MEANS).person("pledged_by").staff("ended_by")
            .shows("(select n.item from means.need n where n.id = t.need_id) as need", "amount", "bring_on", "note", "pledged_at", "delivered", "ended_at")
            .codes("key", "ended_why").empties("note = ''"),
        Kept.of("means.delivery", Purpose.MEANS).staff("received_by"),
        Kept.of("means.thing", Purpose.OFFICE).staff("added_by", "withdrawn_by"),
        Kept.of("means.thing_picture", Purpose.OFFICE).staff("added_by"),
        Kept.of("means.booking", Purpose.OFFICE).staff("asked_by", "decided_by"),
        Kept.of("means.movement", Purpose.OFFICE).staff("moved_by"));
  }
}
