package dz.linatatawwa.statistics;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.Wilaya;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.programmes.Programme;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What has numbers, and who answers for it. */
@Service
public class Subjects {

  /** The page of the nation. */
  public static final String NATION = "/numbers";
  /** ISO 3166 of the country. */
  private static final String COUNTRY = "DZ";

  private final Places places;
  private final Organizations organizations;
  private final Standing standing;
  private final Campaigns campaigns;
  private final Programmes programmes;
  private final Territories territories;

  Subjects(Places places, Organizations organizations, Standing standing, Campaigns campaigns, Programmes programmes, Territories territories) {
    this.places = places;
    this.organizations = organizations;
    this.standing = standing;
    this.campaigns = campaigns;
    this.programmes = programmes;
    this.territories = territories;
  }

  public Subject nation(LocalName name) {
    return new Subject(Subject.Kind.NATION, Scope.NATION, COUNTRY, name, NATION, "");
  }

  /** A wilaya as it is drawn in a division; nothing where the division has none of this code. */
  public Optional<Subject> wilaya(String typed, Division division) {
    return WilayaCode.of(typed).flatMap(places::wilaya).filter(wilaya -> in(wilaya, division).equals(wilaya.code())).map(wilaya ->
        new Subject(Subject.Kind.WILAYA, new Scope.OfWilaya(wilaya.code(), division), wilaya.code().value(), wilaya.name(), NATION + "/wilayas/" + wilaya.code(), NATION));
  }

  public Optional<Subject> commune(String typed) {
    return CommuneCode.of(typed).flatMap(places::commune).map(commune -> new Subject(Subject.Kind.COMMUNE, new Scope.OfCommune(commune.code()), commune.code().value(),
        commune.name(), NATION + "/communes/" + commune.code(), NATION + "/wilayas/" + commune.wilaya()));
  }

  /** An organisation that the public may see; also one that was merged, whose hours stay under its own number. */
  public Optional<Subject> organization(long number) {
    return organizations.find(new OrganizationId(number)).filter(one -> one.state() == OrganizationState.VERIFIED || one.state() == OrganizationState.MERGED)
        .map(organization -> new Subject(Subject.Kind.ORGANIZATION, new Scope.OfOrganization(organization.id()), organization.id().toString(), name(organization),
            "/organizations/" + number + NATION, "/organizations/" + number));
  }

  /** A campaign that the public may see. */
  public Optional<Subject> campaign(long number) {
    return campaigns.find(new CampaignId(number)).filter(Campaign::shown).map(campaign -> new Subject(Subject.Kind.CAMPAIGN, new Scope.OfCampaign(campaign.id()),
        campaign.id().toString(), new LocalName(campaign.title(), null, null), "/campaigns/" + number + NATION, "/campaigns/" + number));
  }

  /** The members of a programme who show their minutes.
   *  @param desk address of the programme at its institution's desk */
  public Subject programme(Programme programme, String desk) {
    return new Subject(Subject.Kind.PROGRAMME, new Scope.OfPeople("programme " + programme.id(), programmes.showingMinutes(programme.id())), programme.id().toString(),
        programme.names(), desk + NATION, desk);
  }

  /** Whether this person answers for it: its supervisor, those who run the organisation, administrators. They may cross what they like and see all of it. */
  public boolean answersFor(SignedIn person, Subject subject) {
    if (person.administrator()) return subject.kind() != Subject.Kind.PROGRAMME;
    return switch (subject.scope()) {
      case Scope.Nation nation -> territories.of(person.id()).nation();
      case Scope.OfWilaya(var code, var division) -> {
        Territory territory = territories.of(person.id());
        yield territory.nation() || members(code, division).stream().allMatch(territory::covers);
      }
      case Scope.OfCommune(var code) -> places.commune(code).map(Commune::wilaya).filter(wilaya -> territories.covers(person.id(), wilaya)).isPresent();
      case Scope.OfOrganization(var id) -> runsOrOversees(person.id(), id);
      case Scope.OfCampaign(var id) -> campaigns.find(id).filter(campaign -> runsOrOversees(person.id(), campaign.organization())).isPresent();
      case Scope.OfPeople people -> false;
    };
  }

  private boolean runsOrOversees(AccountId person, OrganizationId id) {
    return organizations.mayRun(person, id) || organizations.find(id).filter(organization -> standing.oversees(person, organization)).isPresent();
  }

  private List<WilayaCode> members(WilayaCode code, Division division) {
    return places.wilayas().stream().filter(wilaya -> in(wilaya, division).equals(code)).map(Wilaya::code).toList();
  }

  /** Where a wilaya of today belongs in a division. */
  public static WilayaCode in(Wilaya wilaya, Division division) {
    return switch (division) {
      case W69 -> wilaya.code();
      case W58 -> wilaya.in58();
      case W48 -> wilaya.in48();
    };
  }

  private static LocalName name(Organization organization) {
    return new LocalName(organization.name(dz.linatatawwa.language.Language.AR), organization.name(dz.linatatawwa.language.Language.FR), null);
  }
}
