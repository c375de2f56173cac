package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;

/** A named effort that groups opportunities, of one or of several organisations.
 *  @param organization who began it and leads it */
public record Campaign(CampaignId id, OrganizationId organization, String title, String aim, LocalDate startsOn, LocalDate endsOn, State state) {

  /** Whether the public sees it. */
  public boolean shown() {
    return state.shown();
  }
}
