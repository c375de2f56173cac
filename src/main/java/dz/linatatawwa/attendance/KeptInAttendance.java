package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInAttendance implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("attendance.attendance", Purpose.DAY).person("volunteer_id").staff("checked_in_by", "checked_out_by", "no_show_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "checked_in_at", "checked_out_at", "no_show_at")
            .codes("grade"),
        Kept.of("attendance.deed", Purpose.DAY).person("volunteer_id").staff("by_account")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "deed", "at", "via", "outcome", "reason")
            .codes("key", "deed", "outcome", "undoes", "via", "device", "why").empties("reason"),
        Kept.of("attendance.conflict", Purpose.DAY).person("volunteer_id").staff("settled_by")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "kind", "found_at", "settled_at")
            .codes("kind", "key", "against", "choice"),
        Kept.of("attendance.departure", Purpose.DAY).person("volunteer_id")
            .shows("(select o.title from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where s.id = t.shift_id) as opportunity", "left_at", "said_at"),
        Kept.of("attendance.review", Purpose.DAY).whose("t.key in (select d.key from attendance.deed d where d.volunteer_id = :person)").staff("settled_by")
            .shows("settled_at", "accepted", "reason").codes("key").empties("reason = case when t.reason is null then null else '—' end"),
        Kept.of("attendance.closure", Purpose.DAY).staff("closed_by"));
  }
}
