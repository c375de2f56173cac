package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInRecognition implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("recognition.line", Purpose.RECOGNITION).person("volunteer_id")
            .shows("(select v.name_ar from recognition.version v where v.definition_id = t.definition_id order by v.version desc limit 1) as badge", "nth", "deed", "reason", "words", "at")
            .codes("deed", "reason", "words"),
        Kept.of("recognition.holding", Purpose.RECOGNITION).person("volunteer_id")
            .shows("(select v.name_ar from recognition.version v where v.definition_id = t.definition_id order by v.version desc limit 1) as badge", "nth", "given_at", "withdrawn_at"),
        Kept.of("recognition.person", Purpose.RECOGNITION).person("volunteer_id"),
        Kept.of("recognition.due", Purpose.RECOGNITION).person("volunteer_id").gone(),
        Kept.of("recognition.definition", Purpose.RECOGNITION).staff("made_by", "retired_by"),
        Kept.of("recognition.version", Purpose.RECOGNITION).staff("changed_by", "published_by").names("name_ar", "name_fr", "name_en"),
        Kept.of("recognition.walk", Purpose.RECOGNITION).staff("started_by"));
  }
}
