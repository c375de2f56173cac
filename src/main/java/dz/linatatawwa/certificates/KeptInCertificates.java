package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInCertificates implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("certificates.certificate", Purpose.RECOGNITION).person("volunteer_id").staff("issued_by")
            .shows("number", "kind", "name", "first_day", "last_day", "issued_at", "withdrawn_at").names("name").codes("number", "kind", "subject_ar", "subject_fr")
            .byRoom(),
        Kept.of("certificates.listed", Purpose.RECOGNITION).person("volunteer_id").shows("name").names("name").byRoom(),
        Kept.of("certificates.batch", Purpose.RECOGNITION).staff("made_by"),
        Kept.of("certificates.batch_person", Purpose.RECOGNITION).person("volunteer_id").shows("state").codes("state"));
  }
}
