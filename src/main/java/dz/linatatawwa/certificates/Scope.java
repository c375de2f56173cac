package dz.linatatawwa.certificates;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Which hours a certificate is about; each part narrows it.
 *  @param organization with whom; null: with everybody
 *  @param campaign     null: in any, or in none
 *  @param opportunity  null: any */
public record Scope(@Nullable OrganizationId organization, @Nullable CampaignId campaign, @Nullable OpportunityId opportunity) {

  /** All hours. */
  public static final Scope ALL = new Scope(null, null, null);

  /** Hours with one organisation. */
  public static Scope with(OrganizationId organization) {
    return new Scope(organization, null, null);
  }

  /** Whether it is about all hours. */
  public boolean all() {
    return equals(ALL);
  }
}
