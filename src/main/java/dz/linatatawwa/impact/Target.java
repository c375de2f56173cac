package dz.linatatawwa.impact;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;

/** What plans units and reaches them. */
public sealed interface Target {

  /** A whole campaign. */
  record OfCampaign(CampaignId id) implements Target {}

  /** One opportunity. */
  record OfOpportunity(OpportunityId id) implements Target {}
}
