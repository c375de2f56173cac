package dz.linatatawwa.figures;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInFigures implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("figures.fresh", Purpose.HOURS).person("volunteer_id").codes("grade", "field_code", "activity_code", "wilaya_code", "commune_code"),
        Kept.of("figures.changed_person", Purpose.HOURS).person("volunteer_id"));
  }
}
