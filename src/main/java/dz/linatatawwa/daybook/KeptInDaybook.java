package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInDaybook implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("daybook.answer", Purpose.DAY).person("volunteer_id").staff("answered_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "answer", "answered_at")
            .codes("answer"),
        Kept.of("daybook.note", Purpose.DAY).staff("noted_by", "done_by"),
        Kept.of("daybook.goods", Purpose.DAY).staff("written_by", "removed_by"),
        Kept.of("daybook.picture", Purpose.DAY).staff("consent_by", "added_by"),
        Kept.of("daybook.picture_minor", Purpose.MINORS).person("volunteer_id").staff("named_by")
            .shows("(select p.added_at from daybook.picture p where p.file_id = t.file_id) as added_at").byRoom(),
        Kept.of("daybook.proposal", Purpose.DAY).staff("proposed_by"),
        Kept.of("daybook.thanks", Purpose.DAY).staff("sent_by"),
        Kept.of("daybook.incident_part", Purpose.SAFETY).staff("written_by").names("concerned"),
        Kept.of("daybook.incident_witness", Purpose.SAFETY).names("name", "contact"),
        Kept.of("daybook.incident_paper", Purpose.SAFETY).staff("added_by"),
        Kept.of("daybook.unit", Purpose.POWER).staff("added_by"));
  }
}
