package dz.linatatawwa.checkpoints;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInCheckpoints implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("checkpoints.erased_person", Purpose.HOURS).person("account_id"),
        Kept.of("checkpoints.origin", Purpose.HOURS).names("name"));
  }
}
