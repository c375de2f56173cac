package dz.linatatawwa.feeds;

import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Organisations as search engines read them: what stands on their public page and nothing else. */
@Component
public class OrganizationData {

  private final Places places;
  private final Taxonomy taxonomy;
  private final SharedData data;

  OrganizationData(Places places, Taxonomy taxonomy, SharedData data) {
    this.places = places;
    this.taxonomy = taxonomy;
    this.data = data;
  }

  /** The data of an organisation's page. */
  public String of(Organization organization, Page page) {
    String address = page.canonical("/organizations/" + organization.id());
    String name = organization.name(page.language());
    return data.written(List.of(
        SharedData.trail(page.text("site.name"), page.canonical("/"), page.text("organizations.list.title"), page.canonical("/organizations"), name, address),
        organization(organization, name, address, page)));
  }

  private Map<String, Object> organization(Organization organization, String name, String address, Page page) {
    Profile profile = organization.profile();
    String other = profile.nameAr().equals(name) ? profile.nameFr() : profile.nameAr();
    Map<String, Object> seat = OpportunityData.address(profile.seat().address(), places.name(profile.seat().commune(), page.language()),
        places.name(profile.seat().wilaya(), page.language()));
    return SharedData.of(profile.kind() == OrganizationKind.ASSOCIATION ? "NGO" : "Organization", "@id", address, "name", name, "alternateName", other, "url", address,
        "description", profile.about(), "address", seat, "logo", organization.logo() == null ? null : page.absolute(organization.logo().smallAddress()),
        "email", profile.reach().email(), "telephone", profile.reach().phone(), "sameAs", profile.reach().website(),
        "knowsAbout", profile.fields().stream().map(field -> taxonomy.name(field, page.language())).toList());
  }
}
