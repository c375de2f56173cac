package dz.linatatawwa.certificates;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the hours of a scope were for, in words that are kept with the certificate: a name that changes later changes no paper. */
@Component
class CertificateSubjects {

  private final Organizations organizations;
  private final Campaigns campaigns;
  private final Opportunities opportunities;

  CertificateSubjects(Organizations organizations, Campaigns campaigns, Opportunities opportunities) {
    this.organizations = organizations;
    this.campaigns = campaigns;
    this.opportunities = opportunities;
  }

  /** What was done and with whom, the narrower first; null for all hours. */
  @Nullable LocalName of(Scope scope) {
    OpportunityId opportunity = scope.opportunity();
    CampaignId campaign = scope.campaign();
    OrganizationId organization = scope.organization();
    String what = opportunity != null ? opportunities.find(opportunity).map(found -> found.title()).orElse(null)
        : campaign != null ? campaigns.find(campaign).map(found -> found.title()).orElse(null) : null;
    Profile with = organization == null ? null : organizations.find(organization).map(Organization::profile).orElse(null);
    if (with == null) return what == null ? null : new LocalName(what, null, null);
    String before = what == null ? "" : what + " · ";
    String latin = with.nameFr();
    return new LocalName(before + with.nameAr(), latin == null || latin.isBlank() ? null : before + latin, null);
  }
}
