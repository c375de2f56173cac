package dz.linatatawwa.opportunities;

import dz.linatatawwa.accounts.Kept;
import dz.linatatawwa.accounts.KeptOfPerson;
import dz.linatatawwa.accounts.Purpose;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room keeps of people, what for, and what becomes of it. */
@Component
class KeptInOpportunities implements KeptOfPerson {

  @Override
  public List<Kept> kept() {
    return List.of(
        Kept.of("opportunities.opportunity", Purpose.OFFICE).staff("made_by").names("address"),
        Kept.of("opportunities.age_rule", Purpose.OFFICE).staff("set_by"),
        Kept.of("opportunities.shift_role", Purpose.OFFICE).names("name"));
  }
}
