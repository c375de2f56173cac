package dz.linatatawwa.figures;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.util.Set;

/** Whose hours are counted: by where they were given, for whom, or by which people. */
public sealed interface Scope {

  /** Every hour, those without a place (from anywhere) included. */
  record Nation() implements Scope {}

  /** Given in a wilaya as it is drawn in a division: the 16 of 1984 holds what later became others.
   *  @param code of a wilaya that exists in the division */
  record OfWilaya(WilayaCode code, Division division) implements Scope {}

  /** Given in a commune. */
  record OfCommune(CommuneCode code) implements Scope {}

  /** Given with an organisation. */
  record OfOrganization(OrganizationId organization) implements Scope {}

  /** Given in the opportunities of a campaign. */
  record OfCampaign(CampaignId campaign) implements Scope {}

  /** Given by some people, wherever: the members of a programme who agreed.
   *  @param name   of the group, for whoever keeps answers; the same people have the same name
   *  @param people their accounts, at most {@value #MOST} */
  record OfPeople(String name, Set<Long> people) implements Scope {

    public static final int MOST = 20_000;

    public OfPeople {
      people = Set.copyOf(people);
      if (people.size() > MOST) throw new IllegalArgumentException("too many people: " + people.size());
    }
  }

  Scope NATION = new Nation();
}
