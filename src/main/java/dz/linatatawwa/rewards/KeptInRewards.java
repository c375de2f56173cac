package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInRewards implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("rewards.benefit", Purpose.RECOGNITION).staff("made_by", "ended_by").names("name_ar", "name_fr", "name_en"),
        Kept.of("rewards.rule", Purpose.RECOGNITION).staff("written_by"),
        Kept.of("rewards.counter", Purpose.RECOGNITION).names("address"),
        Kept.of("rewards.granting", Purpose.RECOGNITION).person("volunteer_id")
            .shows("(select b.name_ar from rewards.benefit b where b.id = t.benefit_id) as benefit", "state", "granted_at", "state_since")
            .codes("way", "state", "salt", "code_mark"),
        Kept.of("rewards.entry", Purpose.RECOGNITION).person("volunteer_id")
            .shows("(select b.name_ar from rewards.benefit b where b.id = t.benefit_id) as benefit", "entered_at", "left_at", "outcome").codes("outcome"),
        Kept.of("rewards.appeal", Purpose.FAIRNESS).person("volunteer_id").staff("decided_by")
            .shows("(select b.name_ar from rewards.benefit b where b.id = t.benefit_id) as benefit", "reason", "words", "opened_at", "outcome", "answer")
            .codes("kind", "reason", "outcome", "reason_code").empties("words = '—'", "answer"),
        Kept.of("rewards.miss", Purpose.OFFICE).person("account_id").shows("at").gone(),
        Kept.of("rewards.showing", Purpose.RECOGNITION).staff("seen_by"));
  }
}
