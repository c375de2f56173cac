package dz.linatatawwa.screening;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people: who wrote a rule, and who decided by it. */
@Component
class KeptInScreening implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("screening.rule", Purpose.POWER).staff("made_by", "ended_by"),
        Kept.of("screening.wording", Purpose.POWER).staff("written_by"),
        Kept.of("screening.hold", Purpose.POWER).staff("decided_by"));
  }
}
