package dz.linatatawwa.worth;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInWorth implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(Kept.of("worth.load", Purpose.POWER).staff("loaded_by", "undone_by"));
  }
}
