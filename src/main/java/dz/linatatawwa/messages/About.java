package dz.linatatawwa.messages;

import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import org.jspecify.annotations.Nullable;

/** What two sides speak of.
 *  @param opportunity one of the organisation's; null: nothing in particular */
public record About(OrganizationId organization, @Nullable OpportunityId opportunity) {}
