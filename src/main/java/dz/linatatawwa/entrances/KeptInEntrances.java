package dz.linatatawwa.entrances;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInEntrances implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("entrances.entrance", Purpose.POWER).staff("made_by", "closed_by").names("name_ar", "name_fr"),
        Kept.of("entrances.identity", Purpose.SIGN_IN).person("account_id")
            .shows("(select e.issuer from entrances.entrance e where e.id = t.entrance_id) as issuer", "subject as known_as", "email", "linked_at", "used_at").gone(),
        Kept.of("entrances.vouched", Purpose.SIGN_IN).whose("t.email = :email", "email").shows("email", "ends_at").gone());
  }
}
