package dz.linatatawwa.impact;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInImpact implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("impact.plan", Purpose.OFFICE).staff("planned_by"),
        Kept.of("impact.reached", Purpose.OFFICE).staff("written_by", "removed_by"));
  }
}
