package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of campaigns and of who takes part. */
@Repository
class CampaignTable {

  private static final int SIZE = 12;
  private static final String COLUMNS = "c.id, c.organization_id, c.title, c.aim, c.starts_on, c.ends_on, c.state";

  private final JdbcClient db;

  CampaignTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Campaign> find(CampaignId id) {
    return db.sql("select " + COLUMNS + " from opportunities.campaign c where c.id = :id").param("id", id.value())
        .query((row, n) -> campaign(row)).optional();
  }

  /** What the public sees: those that last, the next one to end first, then those that are over. */
  Slice<Campaign> shown(int page, java.time.LocalDate today) {
    int total = db.sql("select count(*) from (select from opportunities.campaign where state in ('published', 'closed') limit 1000) counted")
        .query(Integer.class).single();
    int number = Math.clamp(page, 1, Math.max(1, (total + SIZE - 1) / SIZE));
    return new Slice<>(db.sql("select " + COLUMNS + """
         from opportunities.campaign c where c.state in ('published', 'closed')
        order by c.ends_on < :today, abs(c.ends_on - :today), c.id limit :size offset :offset
        """).param("today", Date.valueOf(today)).param("size", SIZE).param("offset", (number - 1) * SIZE)
        .query((row, n) -> campaign(row)).list(), number, SIZE, total);
  }

  List<Campaign> shown(long before, int most) {
    return db.sql("select " + COLUMNS + """
         from opportunities.campaign c where c.state in ('published', 'closed') and c.id < :before order by c.id desc limit :most
        """).param("before", before).param("most", most).query((row, n) -> campaign(row)).list();
  }

  Optional<Campaign> next(java.time.LocalDate today) {
    return db.sql("select " + COLUMNS + """
         from opportunities.campaign c where c.state = 'published' and c.ends_on >= :today
        order by c.starts_on < :today, c.starts_on, c.id limit 1
        """).param("today", Date.valueOf(today)).query((row, n) -> campaign(row)).optional();
  }

  /** Its own, those it joined and those it was invited to. */
  List<Campaign> of(OrganizationId organization) {
    return db.sql("select " + COLUMNS + """
         from opportunities.campaign c where c.organization_id = :id
          or c.id in (select j.campaign_id from opportunities.campaign_organization j where j.organization_id = :id)
        order by c.ends_on desc, c.id desc limit 200
        """).param("id", organization.value()).query((row, n) -> campaign(row)).list();
  }

  CampaignId insert(OrganizationId organization, CampaignForm.Plan plan) {
    return new CampaignId(db.sql("""
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on)
        values (:organization, :title, :aim, :from, :to) returning id
        """).param("organization", organization.value()).param("title", plan.title()).param("aim", plan.aim())
        .param("from", Date.valueOf(plan.startsOn())).param("to", Date.valueOf(plan.endsOn())).query(Long.class).single());
  }

  void update(CampaignId id, CampaignForm.Plan plan) {
    db.sql("update opportunities.campaign set title = :title, aim = :aim, starts_on = :from, ends_on = :to where id = :id")
        .param("title", plan.title()).param("aim", plan.aim()).param("from", Date.valueOf(plan.startsOn()))
        .param("to", Date.valueOf(plan.endsOn())).param("id", id.value()).update();
  }

  void state(CampaignId id, State state) {
    db.sql("""
        update opportunities.campaign set state = :state, published_at = case when :state = 'published' then coalesce(published_at, now()) else published_at end
        where id = :id
        """).param("state", state.code()).param("id", id.value()).update();
  }

  boolean invite(CampaignId id, OrganizationId organization) {
    return db.sql("insert into opportunities.campaign_organization (campaign_id, organization_id) values (:id, :organization) on conflict do nothing")
        .param("id", id.value()).param("organization", organization.value()).update() == 1;
  }

  boolean join(CampaignId id, OrganizationId organization) {
    return db.sql("""
        update opportunities.campaign_organization set joined_at = now()
        where campaign_id = :id and organization_id = :organization and joined_at is null
        """).param("id", id.value()).param("organization", organization.value()).update() == 1;
  }

  void decline(CampaignId id, OrganizationId organization) {
    db.sql("delete from opportunities.campaign_organization where campaign_id = :id and organization_id = :organization and joined_at is null")
        .param("id", id.value()).param("organization", organization.value()).update();
  }

  List<Campaigns.Guest> guests(CampaignId id) {
    return db.sql("""
        select organization_id, joined_at is not null as joined from opportunities.campaign_organization
        where campaign_id = :id order by joined_at nulls last, organization_id
        """).param("id", id.value())
        .query((row, n) -> new Campaigns.Guest(new OrganizationId(row.getLong("organization_id")), row.getBoolean("joined"))).list();
  }

  Campaigns.Progress progress(CampaignId id) {
    return db.sql("""
        select count(distinct o.id) as opportunities, coalesce(sum(s.capacity), 0) as seats, coalesce(sum(s.taken), 0) as taken
        from opportunities.opportunity o
        left join opportunities.shift s on s.opportunity_id = o.id and s.state <> 'cancelled'
        where o.campaign_id = :id and o.state in ('published', 'closed')
        """).param("id", id.value()).query((row, n) -> new Campaigns.Progress(row.getInt("opportunities"), row.getInt("seats"), row.getInt("taken")))
        .single();
  }

  /** Opportunities whose words hold the campaign's title. */
  List<OpportunityId> opportunities(CampaignId id) {
    return db.sql("select id from opportunities.opportunity where campaign_id = :id and state = 'published'").param("id", id.value())
        .query((row, n) -> new OpportunityId(row.getLong("id"))).list();
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(new CampaignId(row.getLong("id")), new OrganizationId(row.getLong("organization_id")), row.getString("title"),
        row.getString("aim"), row.getDate("starts_on").toLocalDate(), row.getDate("ends_on").toLocalDate(), State.of(row.getString("state")));
  }
}
