package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.AgeRules;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.YoungPerson;
import dz.linatatawwa.participation.YoungRules;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Guardian;
import dz.linatatawwa.volunteers.GuardianConsent;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a guardian's page says. */
@Component
public class GuardianViews {

  private final Guardians guardians;
  private final Commitments commitments;
  private final YoungRules young;
  private final AgeRules ages;
  private final HourLedger ledger;
  private final Organizations organizations;
  private final YouthTable groups;
  private final Places places;

  GuardianViews(Guardians guardians, Commitments commitments, YoungRules young, AgeRules ages, HourLedger ledger, Organizations organizations,
      YouthTable groups, Places places) {
    this.guardians = guardians;
    this.commitments = commitments;
    this.young = young;
    this.ages = ages;
    this.ledger = ledger;
    this.organizations = organizations;
    this.groups = groups;
    this.places = places;
  }

  /** What this guardian sees of a minor, in words of their language. */
  public GuardianView of(Guardian guardian, Volunteer minor, Words words) {
    List<GuardianConsent> standing = guardians.consents(minor.id()).stream().filter(GuardianConsent::stands).toList();
    List<Commitment> coming = commitments.coming(minor.id());
    Map<OrganizationId, Organization> bodies = organizations.findAll(coming.stream().map(c -> new OrganizationId(c.facts().organizationId())).distinct().toList());
    return new GuardianView(guardian, minor.name(), standing.stream().filter(one -> one.isBy(guardian)).toList(),
        standing.stream().filter(one -> !one.isBy(guardian)).toList(),
        coming.stream().map(c -> planned(c, minor.id(), bodies, words)).toList(), commitments.past(minor.id(), 1).rows(), ledger.totals(minor.id()));
  }

  private GuardianView.Planned planned(Commitment commitment, AccountId minor, Map<OrganizationId, Organization> bodies, Words words) {
    ShiftFacts facts = commitment.facts();
    @Nullable YoungPerson person = young.of(facts, List.of(minor)).get(minor);
    Organization body = bodies.get(new OrganizationId(facts.organizationId()));
    if (body == null) throw new IllegalStateException("no organisation " + facts.organizationId());
    return new GuardianView.Planned(commitment, body, place(facts, words), ages.of(new OpportunityId(facts.opportunityId())),
        person == null ? null : person.companion(), person != null && person.brought() ? groups.groupOf(minor, facts.id()).orElse("") : null);
  }

  private String place(ShiftFacts facts, Words words) {
    if (facts.remote()) return words.text("participation.remote");
    return Stream.of(facts.address(), facts.communeCode() == null ? "" : places.name(new CommuneCode(facts.communeCode()), words.language()),
            facts.wilayaCode() == null ? "" : places.name(new WilayaCode(facts.wilayaCode()), words.language()))
        .filter(part -> !part.isBlank()).distinct().collect(Collectors.joining(words.text("participation.comma")));
  }
}
