package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of needs. */
@Repository
class NeedTable {

  static final int PAGE = 20;
  private static final int MOST_OF_ONE = 60;

  private static final String SELECT = """
      select n.id, n.organization_id, g.name_ar, g.name_fr, n.campaign_id, n.opportunity_id, coalesce(c.title, o.title, '') as title, n.item, n.about, n.unit, n.target,
        n.surplus, n.until_day, n.bring_to, n.wilaya_code, n.commune_code, n.waiting, n.delivered, n.closed_why,
        g.state = 'verified' and coalesce(c.state in ('published', 'closed'), true) and coalesce(o.state in ('published', 'closed'), true) as shown
      from means.need n
      join organizations.organization g on g.id = n.organization_id
      left join opportunities.campaign c on c.id = n.campaign_id
      left join opportunities.opportunity o on o.id = n.opportunity_id
      """;

  /** What everybody may see and promise something of. */
  private static final String OFFERED = """
      n.closed_at is null and n.until_day >= :today and (n.surplus or n.waiting + n.delivered < n.target) and g.state = 'verified'
      and coalesce(c.state = 'published', true) and coalesce(o.state = 'published', true) and (cast(:wilaya as text) is null or n.wilaya_code = :wilaya)
      """;

  private final JdbcClient db;
  private final Units units;

  NeedTable(JdbcClient db, Units units) {
    this.db = db;
    this.units = units;
  }

  NeedId insert(OrganizationId organization, For purpose, Wanted wanted, WilayaCode wilaya, @Nullable CommuneCode commune, AccountId by) {
    return new NeedId(written(db.sql("""
        insert into means.need (organization_id, campaign_id, opportunity_id, item, about, unit, target, surplus, until_day, bring_to, wilaya_code, commune_code, asked_by)
        values (:organization, :campaign, :opportunity, :item, :about, :unit, :target, :surplus, :until, :bringTo, :wilaya, :commune, :by)
        returning id
        """), wanted).param("organization", organization.value()).param("campaign", purpose.campaign()).param("opportunity", purpose.opportunity())
        .param("wilaya", wilaya.value()).param("commune", commune == null ? null : commune.value()).param("by", by.value()).query(Long.class).single());
  }

  void update(NeedId id, Wanted wanted) {
    written(db.sql("""
        update means.need set item = :item, about = :about, unit = :unit, target = :target, surplus = :surplus, until_day = :until, bring_to = :bringTo where id = :id
        """), wanted).param("id", id.value()).update();
  }

  private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec sql, Wanted wanted) {
    return sql.param("item", wanted.item()).param("about", wanted.about()).param("unit", wanted.unit().code()).param("target", wanted.target())
        .param("surplus", wanted.surplus()).param("until", wanted.until()).param("bringTo", wanted.bringTo());
  }

  Optional<Need> find(NeedId id) {
    return db.sql(SELECT + "where n.id = :id").param("id", id.value()).query((row, i) -> need(row)).optional();
  }

  /** As it stands once nobody else is changing it or promising something of it. */
  Optional<Need> lock(NeedId id) {
    return db.sql(SELECT + "where n.id = :id for no key update of n").param("id", id.value()).query((row, i) -> need(row)).optional();
  }

  /** Lets nobody else change it or promise something of it until the transaction ends. */
  void hold(NeedId id) {
    db.sql("select id from means.need where id = :id for no key update").param("id", id.value()).query(Long.class).single();
  }

  int countOpen(OrganizationId organization) {
    return db.sql("select count(*) from means.need where organization_id = :id and closed_at is null").param("id", organization.value()).query(Integer.class).single();
  }

  /** @param open those asked for, the soonest first; else those that were closed, the latest first */
  Slice<Need> of(OrganizationId organization, boolean open, int page) {
    long total = open ? countOpen(organization) : db.sql("select count(*) from means.need where organization_id = :id and closed_at is not null")
        .param("id", organization.value()).query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
    String order = open ? "n.closed_at is null order by n.until_day, n.id" : "n.closed_at is not null order by n.closed_at desc, n.id";
    return new Slice<>(db.sql(SELECT + "where n.organization_id = :id and " + order + " limit " + PAGE + " offset :offset").param("id", organization.value())
        .param("offset", (number - 1) * PAGE).query((row, i) -> need(row)).list(), number, PAGE, total);
  }

  /** What everybody may promise something of, the soonest first. @param wilaya null: of all */
  Slice<Need> offered(@Nullable WilayaCode wilaya, LocalDate today, int page) {
    String code = wilaya == null ? null : wilaya.value();
    long total = db.sql("""
        select count(*) from means.need n join organizations.organization g on g.id = n.organization_id left join opportunities.campaign c on c.id = n.campaign_id
        left join opportunities.opportunity o on o.id = n.opportunity_id where
        """ + OFFERED).param("today", today).param("wilaya", code).query(Long.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (int) ((total + PAGE - 1) / PAGE)));
    return new Slice<>(db.sql(SELECT + "where " + OFFERED + " order by n.until_day, n.id limit " + PAGE + " offset :offset").param("today", today).param("wilaya", code)
        .param("offset", (number - 1) * PAGE).query((row, i) -> need(row)).list(), number, PAGE, total);
  }

  /** Of the campaign itself and of its opportunities, those asked for first. */
  List<Need> of(CampaignId campaign) {
    return db.sql(SELECT + """
        where n.id in (select id from means.need where campaign_id = :id
          union all select m.id from opportunities.opportunity p join means.need m on m.opportunity_id = p.id where p.campaign_id = :id)
        order by n.closed_at is not null, n.until_day, n.id limit
        """ + MOST_OF_ONE).param("id", campaign.value()).query((row, i) -> need(row)).list();
  }

  List<Need> of(OpportunityId opportunity) {
    return db.sql(SELECT + "where n.opportunity_id = :id order by n.closed_at is not null, n.until_day, n.id limit " + MOST_OF_ONE).param("id", opportunity.value())
        .query((row, i) -> need(row)).list();
  }

  /** What its organisation needs on a day of this opportunity: for it, or for its campaign. */
  List<Need> ofDay(OrganizationId organization, OpportunityId opportunity) {
    return db.sql(SELECT + """
        where n.organization_id = :organization and n.closed_at is null
          and n.id in (select id from means.need where opportunity_id = :id
            union all select m.id from opportunities.opportunity p join means.need m on m.campaign_id = p.campaign_id where p.id = :id)
        order by n.opportunity_id nulls last, n.id limit
        """ + MOST_OF_ONE).param("organization", organization.value()).param("id", opportunity.value()).query((row, i) -> need(row)).list();
  }

  /** Of the organisation's work as a whole, for its public page. */
  List<Need> ofBody(OrganizationId organization, LocalDate today) {
    return db.sql(SELECT + "where n.organization_id = :id and n.closed_at is null and n.until_day >= :today and n.campaign_id is null and n.opportunity_id is null order by n.until_day, n.id limit 12")
        .param("id", organization.value()).param("today", today).query((row, i) -> need(row)).list();
  }

  void close(NeedId id, String why, @Nullable AccountId by) {
    db.sql("update means.need set closed_at = now(), closed_why = :why, closed_by = :by where id = :id and closed_at is null").param("why", why)
        .param("by", by == null ? null : by.value()).param("id", id.value()).update();
  }

  void reopen(NeedId id) {
    db.sql("update means.need set closed_at = null, closed_why = null, closed_by = null where id = :id").param("id", id.value()).update();
  }

  private Need need(ResultSet row) throws SQLException {
    Long campaign = Sql.number(row, "campaign_id");
    Long opportunity = Sql.number(row, "opportunity_id");
    For purpose = campaign != null ? new For.OfCampaign(new CampaignId(campaign)) : opportunity != null ? new For.OfOpportunity(new OpportunityId(opportunity)) : new For.Body();
    String address = campaign != null ? "/campaigns/" + campaign : opportunity != null ? "/opportunities/" + opportunity : "";
    Wanted wanted = new Wanted(row.getString("item"), row.getString("about"), units.known(row.getString("unit")), row.getInt("target"), row.getBoolean("surplus"),
        row.getObject("until_day", LocalDate.class), row.getString("bring_to"));
    return new Need(new NeedId(row.getLong("id")), new OrganizationId(row.getLong("organization_id")), new LocalName(row.getString("name_ar"), row.getString("name_fr"), null),
        purpose, row.getString("title"), address, wanted, row.getString("wilaya_code"), row.getString("commune_code"), row.getInt("waiting"), row.getInt("delivered"),
        row.getString("closed_why"), row.getBoolean("shown"));
  }
}
