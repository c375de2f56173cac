package dz.linatatawwa.eligibility;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInEligibility implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("eligibility.ramadan", Purpose.POWER).staff("changed_by"));
  }
}
