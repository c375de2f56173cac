package dz.linatatawwa.trainings;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInTrainings implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("trainings.training", Purpose.LEARNING).staff("made_by").names("name_ar", "name_fr", "name_en"),
        Kept.of("trainings.session", Purpose.LEARNING).staff("closed_by").names("address", "trainer"),
        Kept.of("trainings.registration", Purpose.LEARNING).person("volunteer_id")
            .shows("(select r.name_ar from trainings.training r where r.id = t.training_id) as training", "state", "registered_at", "came_at")
            .codes("state", "digits", "came_via"),
        Kept.of("trainings.completion", Purpose.LEARNING).person("volunteer_id").staff("given_by", "revoked_by")
            .shows("(select r.name_ar from trainings.training r where r.id = t.training_id) as training", "completed_on", "valid_until", "given_at", "revoked_at", "reason")
            .codes("source").empties("reason = case when t.reason is null then null else '———' end"),
        Kept.of("trainings.deed", Purpose.LEARNING).staff("by_account"),
        Kept.of("trainings.required", Purpose.LEARNING).staff("set_by"));
  }
}
