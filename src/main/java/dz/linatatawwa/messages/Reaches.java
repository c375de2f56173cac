package dz.linatatawwa.messages;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a shift, an opportunity or a campaign that an organisation's circulars may be for. */
@Component
public class Reaches {

  /** What begins so soon may be told urgently. */
  static final Duration SOON = Duration.ofHours(48);
  private static final int OFFERED = 60;

  /** One of the things to choose from.
   *  @param startsAt of a shift; null: none
   *  @param seats    how many have a place in it */
  public record Choice(Reach reach, String name, @Nullable Instant startsAt, int seats) {}

  /** What is known of one of them.
   *  @param path  its public page
   *  @param soon  begins so soon that what is told of it may press
   *  @param known what fills the gaps of a text */
  record Facts(String name, String path, boolean soon, @Nullable Instant startsAt, Map<Gap, InWords> known) {}

  private final JdbcClient db;
  private final Opportunities opportunities;
  private final Campaigns campaigns;
  private final Places places;
  private final Clock clock;

  Reaches(JdbcClient db, Opportunities opportunities, Campaigns campaigns, Places places, Clock clock) {
    this.db = db;
    this.opportunities = opportunities;
    this.campaigns = campaigns;
    this.places = places;
    this.clock = clock;
  }

  /** What an organisation has of them that somebody has a place in: shifts to come, then opportunities and campaigns with anything to come or lately over; sixty of each at most. */
  public List<Choice> of(OrganizationId organization) {
    Instant now = clock.instant();
    return db.sql("""
        (select 's' as kind, s.id, o.title as name, s.starts_at, s.taken as seats
          from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id
          where o.organization_id = :organization and s.state <> 'cancelled' and s.ends_at > :now and s.taken > 0
          order by s.starts_at, s.id limit :most)
        union all
        (select 'o', o.id, o.title, null, sum(s.taken)::integer
          from opportunities.opportunity o join opportunities.shift s on s.opportunity_id = o.id
          where o.organization_id = :organization and s.state <> 'cancelled' and s.ends_at > :lately
          group by o.id, o.title having sum(s.taken) > 0 order by o.id desc limit :most)
        union all
        (select 'c', k.id, k.title, null, sum(s.taken)::integer
          from opportunities.campaign k join opportunities.opportunity o on o.campaign_id = k.id join opportunities.shift s on s.opportunity_id = o.id
          where o.organization_id = :organization and s.state <> 'cancelled' and s.ends_at > :lately
          group by k.id, k.title having sum(s.taken) > 0 order by k.id desc limit :most)
        """).param("organization", organization.value()).param("now", Sql.at(now)).param("lately", Sql.at(now.minus(Duration.ofDays(60)))).param("most", OFFERED)
        .query((row, n) -> new Choice(reach(row.getString("kind"), row.getLong("id")), row.getString("name"), Sql.maybe(row, "starts_at"), row.getInt("seats"))).list();
  }

  private static Reach reach(String kind, long id) {
    return switch (kind) {
      case "s" -> new Reach.OfShift(new ShiftId(id));
      case "o" -> new Reach.OfOpportunity(new OpportunityId(id));
      default -> new Reach.OfCampaign(new CampaignId(id));
    };
  }

  /** One of an organisation's own; nothing for another's. */
  Optional<Facts> facts(Organization organization, Reach reach) {
    return switch (reach) {
      case Reach.OfShift(ShiftId id) -> opportunities.shift(id).flatMap(shift -> own(organization, shift.opportunity()).map(offer -> ofShift(organization, offer, shift)));
      case Reach.OfOpportunity(OpportunityId id) -> own(organization, id).map(offer -> new Facts(offer.title(), "/opportunities/" + id, false, null, known(organization, offer)));
      case Reach.OfCampaign(CampaignId id) -> campaigns.find(id).filter(campaign -> takesPart(organization.id(), id)).map(campaign -> new Facts(campaign.title(), "/campaigns/" + id,
          false, null, named(organization, campaign.title())));
    };
  }

  /** The name of one of an organisation's own. */
  public Optional<Choice> choice(Organization organization, Reach reach) {
    return facts(organization, reach).map(facts -> new Choice(reach, facts.name, facts.startsAt, 0));
  }

  private Optional<Opportunity> own(Organization organization, OpportunityId id) {
    return opportunities.find(id).filter(offer -> offer.organization().equals(organization.id()));
  }

  private boolean takesPart(OrganizationId organization, CampaignId campaign) {
    return db.sql("select exists (select from opportunities.opportunity where organization_id = :organization and campaign_id = :campaign)")
        .param("organization", organization.value()).param("campaign", campaign.value()).query(Boolean.class).single();
  }

  private Facts ofShift(Organization organization, Opportunity offer, Shift shift) {
    Map<Gap, InWords> known = known(organization, offer);
    known.put(Gap.DAY, words -> words.longDate(shift.startsAt()));
    known.put(Gap.TIME, words -> words.times(shift.startsAt(), shift.endsAt()));
    Instant now = clock.instant();
    boolean soon = shift.endsAt().isAfter(now) && shift.startsAt().isBefore(now.plus(SOON));
    return new Facts(offer.title(), "/opportunities/" + offer.id(), soon, shift.startsAt(), known);
  }

  private Map<Gap, InWords> known(Organization organization, Opportunity offer) {
    Map<Gap, InWords> known = named(organization, offer.title());
    known.put(Gap.PLACE, words -> place(offer, words));
    return known;
  }

  private static Map<Gap, InWords> named(Organization organization, String title) {
    Map<Gap, InWords> known = new EnumMap<>(Gap.class);
    LocalName name = new LocalName(organization.profile().nameAr(), organization.profile().nameFr(), null);
    known.put(Gap.ORGANIZATION, words -> name.in(words.language()));
    known.put(Gap.WORK, words -> title);
    return known;
  }

  private String place(Opportunity offer, Words words) {
    if (offer.remote()) return words.text("participation.remote");
    return Stream.of(offer.address(), offer.commune() == null ? "" : places.name(offer.commune(), words.language()), offer.wilaya() == null ? "" : places.name(offer.wilaya(), words.language()))
        .filter(part -> !part.isBlank()).distinct().collect(Collectors.joining(words.text("participation.comma")));
  }
}
