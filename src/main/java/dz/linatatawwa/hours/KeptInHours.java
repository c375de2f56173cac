package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInHours implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("hours.claim", Purpose.HOURS).person("volunteer_id").staff("proposed_by", "decided_by", "seconded_by")
            .shows("(select o.title from opportunities.opportunity o where o.id = t.opportunity_id) as opportunity", "lower(t.during) as from_at", "upper(t.during) as to_at", "minutes", "grade", "state", "reason_code", "reason", "title", "decided_at")
            .codes("state", "reason_code", "flags", "origin", "field_code", "activity_code", "vouched_level")
            .empties("reason", "title = case when t.title is null then null else '—' end"),
        Kept.of("hours.entry", Purpose.HOURS).person("volunteer_id").staff("written_by")
            .shows("day", "(select o.title from opportunities.opportunity o where o.id = t.opportunity_id) as opportunity", "minutes", "grade", "written_at", "reason")
            .codes("grade", "field_code", "activity_code", "reason"),
        Kept.of("hours.volunteer_total", Purpose.HOURS).person("volunteer_id").shows("grade", "minutes"));
  }
}
