package dz.linatatawwa.ideas;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An organisation that has taken an idea up.
 *  @param campaign    that it makes of it; null for a need
 *  @param opportunity that it makes of it; null for an initiative, and where the draft was thrown away */
public record Adoption(long id, IdeaId idea, OrganizationId organization, @Nullable CampaignId campaign, @Nullable OpportunityId opportunity, Instant at) {

  /** Where it is prepared, on the organisation's desk. */
  public String deskPath() {
    String desk = "/organizations/" + organization + "/desk";
    if (campaign != null) return desk + "/campaigns/" + campaign;
    return opportunity != null ? desk + "/opportunities/" + opportunity : desk + "/ideas";
  }
}
