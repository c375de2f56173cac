package dz.linatatawwa.means;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import org.jspecify.annotations.Nullable;

/** What goods are needed for. */
public sealed interface For {

  /** The organisation's work as a whole. */
  record Body() implements For {}

  /** A whole campaign. */
  record OfCampaign(CampaignId id) implements For {}

  /** One opportunity. */
  record OfOpportunity(OpportunityId id) implements For {}

  /** The campaign's number, or null. */
  default @Nullable Long campaign() {
    return this instanceof OfCampaign(var id) ? id.value() : null;
  }

  /** The opportunity's number, or null. */
  default @Nullable Long opportunity() {
    return this instanceof OfOpportunity(var id) ? id.value() : null;
  }
}
