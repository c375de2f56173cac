package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import dz.linatatawwa.accounts.Retention;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInGuardians implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("guardians.youth_group", Purpose.MINORS).staff("leader_id").names("name"),
        Kept.of("guardians.youth_member", Purpose.MINORS).person("volunteer_id").staff("added_by")
            .shows("(select g.name from guardians.youth_group g where g.id = t.group_id) as youth_group", "guardian_name", "guardian_contact", "added_at", "left_at")
            .empties("guardian_name", "guardian_contact"),
        Kept.of("guardians.paper", Purpose.MINORS).staff("brought_by", "looked_by"),
        Kept.of("guardians.paper_line", Purpose.MINORS).person("volunteer_id")
            .shows("guardian_name", "guardian_contact", "(select p.signed_on from guardians.paper p where p.id = t.paper_id) as signed_on").byRoom(),
        Kept.of("guardians.visit", Purpose.MINORS).whose("t.guardian_id in (select g.id from volunteers.guardian g where g.volunteer_id = :person)").gone());
  }

  @Override
  public List<Retention> retentions() {
    return List.of();
  }
}
