package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.OpportunityId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that rooms above require of those who apply. */
@Component
public class Requirements {

  private final ObjectProvider<Requirement> requirements;

  Requirements(ObjectProvider<Requirement> requirements) {
    this.requirements = requirements;
  }

  /** The first thing that this person lacks for an opportunity today. */
  public Optional<Requirement.Lack> lack(OpportunityId opportunity, AccountId volunteer) {
    return requirements.stream().flatMap(requirement -> requirement.lack(opportunity, volunteer).stream()).findFirst();
  }
}
