package dz.linatatawwa.releases;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInReleases implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("releases.person", Purpose.HOURS).person("volunteer_id").shows("release", "sex", "band", "education", "status", "residence", "first_day").byRoom(),
        Kept.of("releases.edition", Purpose.POWER).staff("made_by", "published_by", "withdrawn_by"));
  }
}
