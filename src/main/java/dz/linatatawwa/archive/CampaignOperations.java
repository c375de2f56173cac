package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Achieved;
import dz.linatatawwa.daybook.DayPictures;
import dz.linatatawwa.daybook.Goods;
import dz.linatatawwa.daybook.Picture;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.Campaign;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an operation of a campaign that closed, from what the platform knows. Its hours stay in the ledger, where they are: the operation shows them and has none
 *  of its own, so that nothing is counted twice. */
@Service
public class CampaignOperations {

  private final OperationTable table;
  private final Campaigns campaigns;
  private final Organizations organizations;
  private final Goods goods;
  private final DayPictures shown;
  private final OperationPictures pictures;
  private final Figures figures;
  private final JdbcClient db;
  private final Clock clock;

  CampaignOperations(OperationTable table, Campaigns campaigns, Organizations organizations, Goods goods, DayPictures shown, OperationPictures pictures, Figures figures,
      JdbcClient db, Clock clock) {
    this.table = table;
    this.campaigns = campaigns;
    this.organizations = organizations;
    this.goods = goods;
    this.shown = shown;
    this.pictures = pictures;
    this.figures = figures;
    this.db = db;
    this.clock = clock;
  }

  /** The closed campaigns that an organisation began and of which nothing stands in the archive yet; at most ten, the latest first. */
  public List<Campaign> waiting(OrganizationId organization) {
    return campaigns.of(organization).stream()
        .filter(campaign -> campaign.organization().equals(organization) && campaign.state() == State.CLOSED && !campaign.startsOn().isAfter(today()))
        .filter(campaign -> table.ofCampaign(campaign.id()).isEmpty()).limit(10).toList();
  }

  /** The published operation of a campaign. */
  public Optional<Operation> of(CampaignId campaign) {
    return table.ofCampaign(campaign).flatMap(table::find).filter(operation -> operation.state() == Operation.State.PUBLISHED);
  }

  /** Attended minutes of a campaign, from the ledger: confirmed, grades A to D; never part of the archive's sums. */
  public long attendedMinutes(CampaignId campaign) {
    return figures.answer(new Question(new Scope.OfCampaign(campaign), Period.everTo(today()), Filter.NONE), Set.of()).total().minutes();
  }

  /** Makes the draft, or leads to the one that there is.
   *  @throws NotFound for whoever does not run the campaign's organisation, and for campaigns that are not closed */
  @Transactional
  public OperationId make(AccountId person, CampaignId id) {
    Campaign campaign = campaigns.find(id).filter(found -> organizations.mayRun(person, found.organization()) && found.state() == State.CLOSED && !found.startsOn().isAfter(today()))
        .orElseThrow(() -> new NotFound("closed campaign " + id + " for " + person));
    db.sql("select id from opportunities.campaign where id = :id for update").param("id", id.value()).query(Long.class).single();
    Optional<OperationId> before = table.ofCampaign(id);
    if (before.isPresent()) return before.get();
    OperationId made = table.insert(told(campaign), Operation.Source.CAMPAIGN, id, person, clock.instant());
    copyPictures(id, made, person);
    return made;
  }

  private Told told(Campaign campaign) {
    Known known = known(campaign.id());
    LocalDate first = known.first == null ? campaign.startsOn() : known.first;
    LocalDate last = known.last == null ? campaign.endsOn() : known.last;
    LocalDate end = last.isAfter(today()) ? today() : last;
    Map<Unit, Long> units = new LinkedHashMap<>();
    for (Achieved achieved : goods.achieved(campaign.id())) if (achieved.quantity() > 0) units.put(achieved.unit(), achieved.quantity());
    return new Told(campaign.title(), campaign.aim(), When.days(first, end.isBefore(first) ? first : end), known.wilaya == null ? null : new WilayaCode(known.wilaya),
        known.commune == null ? null : new CommuneCode(known.commune), campaign.organization(), "", "", false, known.field, null, known.people == 0 ? null : known.people,
        null, "", units, List.of());
  }

  private record Known(@Nullable LocalDate first, @Nullable LocalDate last, int people, @Nullable String wilaya, @Nullable String commune, @Nullable String field) {}

  /** Of the days to which somebody came: when, how many people, where if it was one place, in which field most of it. */
  private Known known(CampaignId campaign) {
    return db.sql("""
        with came as (
          select a.volunteer_id, s.starts_at, s.ends_at, o.wilaya_code, o.commune_code, o.field_code
          from opportunities.opportunity o
          join opportunities.shift s on s.opportunity_id = o.id
          join attendance.attendance a on a.shift_id = s.id
          where o.campaign_id = :id and a.checked_in_at is not null and s.starts_at <= :now)
        select min(starts_at at time zone 'Africa/Algiers')::date as first_day, max(starts_at at time zone 'Africa/Algiers')::date as last_day,
          count(distinct volunteer_id) as people,
          case when count(distinct wilaya_code) = 1 and bool_and(wilaya_code is not null) then min(wilaya_code) end as wilaya,
          case when count(distinct commune_code) = 1 and bool_and(commune_code is not null) then min(commune_code) end as commune,
          mode() within group (order by field_code) as field
        from came
        """).param("id", campaign.value()).param("now", OperationTable.at(clock.instant())).query((row, n) -> new Known(row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class), row.getInt("people"), row.getString("wilaya"), row.getString("commune"), row.getString("field"))).single();
  }

  /** Only those that the public sees already, because those shown agreed. */
  private void copyPictures(CampaignId campaign, OperationId to, AccountId by) {
    List<OpportunityId> opportunities = db.sql("select id from opportunities.opportunity where campaign_id = :id and state in ('published', 'closed') order by id limit 50")
        .param("id", campaign.value()).query(Long.class).list().stream().map(OpportunityId::new).toList();
    int copied = 0;
    for (OpportunityId opportunity : opportunities) {
      for (Picture picture : shown.shownForGood(opportunity)) {
        if (copied++ >= OperationPictures.MOST) return;
        String title = db.sql("select title from archive.operation where id = :id").param("id", to.value()).query(String.class).single();
        pictures.copy(to, by, picture.file(), picture.caption().length() < 3 ? title : picture.caption());
      }
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(Words.ZONE).toLocalDate();
  }
}
