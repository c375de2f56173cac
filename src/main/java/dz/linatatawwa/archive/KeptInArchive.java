package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInArchive implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("archive.operation", Purpose.OFFICE).whose("t.entered_by = :person and t.source <> 'import'", "entered_by")
            .shows("title", "about", "coalesce((select o.name_ar from organizations.organization o where o.id = t.organization_id), t.organization_name) as organization", "first_day",
                "last_day", "people", "minutes", "led_by", "reason", "state", "reason_words", "made_at")
            .names("organization_name", "led_by").byRoom(),
        Kept.of("archive.picture", Purpose.OFFICE).staff("consent_by"),
        Kept.of("archive.pair", Purpose.POWER).staff("decided_by"),
        Kept.of("archive.batch", Purpose.POWER).staff("decided_by"));
  }
}
