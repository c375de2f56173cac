package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Announcement;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of circulars, and of whom they are for. */
@Repository
class CircularTable {

  static final int SIZE = 20;

  private static final String SELECT = """
      select c.id, c.notice_id, c.organization_id, c.shift_id, c.opportunity_id, c.campaign_id, c.everybody, c.urgent, c.people, c.made_at, c.made_by, a.name as author,
             coalesce(k.title, o.title, p.title, '') as reach_name, s.starts_at
      from messages.circular c
      join accounts.account a on a.id = c.made_by
      left join opportunities.shift s on s.id = c.shift_id
      left join opportunities.opportunity o on o.id = s.opportunity_id
      left join opportunities.opportunity p on p.id = c.opportunity_id
      left join opportunities.campaign k on k.id = c.campaign_id
      """;

  /** Those with a place, of the organisation's own opportunities; whoever silenced the organisation hears only what presses. */
  private static final String PEOPLE = """
      from participation.seated e
      join opportunities.shift s on s.id = e.shift_id
      join opportunities.opportunity o on o.id = s.opportunity_id
      join accounts.account a on a.id = e.volunteer_id and a.closed_at is null
      where o.organization_id = :organization
        and (cast(:shift as bigint) is null or s.id = :shift) and (cast(:opportunity as bigint) is null or o.id = :opportunity)
        and (cast(:campaign as bigint) is null or o.campaign_id = :campaign)
        and s.state <> 'cancelled' and (:everybody or s.ends_at > :now)
        and (:urgent or not exists (
          select from messages.block b where b.organization_id = :organization and b.volunteer_id = e.volunteer_id and b.side = 'volunteer' and b.ended_at is null))
      """;

  /** Whom something is for. */
  record Whom(OrganizationId organization, Reach reach, boolean everybody, boolean urgent) {}

  private final JdbcClient db;

  CircularTable(JdbcClient db) {
    this.db = db;
  }

  int count(Whom whom, Instant now) {
    return bound("select count(distinct e.volunteer_id) " + PEOPLE, whom, now).query(Integer.class).single();
  }

  List<AccountId> after(Whom whom, long account, int many, Instant now) {
    return bound("select distinct e.volunteer_id " + PEOPLE + " and e.volunteer_id > :after order by e.volunteer_id limit :many", whom, now).param("after", account)
        .param("many", many).query((row, n) -> new AccountId(row.getLong("volunteer_id"))).list();
  }

  private JdbcClient.StatementSpec bound(String sql, Whom whom, Instant now) {
    return reach(db.sql(sql), whom.reach).param("organization", whom.organization.value()).param("everybody", whom.everybody).param("urgent", whom.urgent)
        .param("now", Sql.at(now));
  }

  private static JdbcClient.StatementSpec reach(JdbcClient.StatementSpec statement, Reach reach) {
    return statement.param("shift", reach instanceof Reach.OfShift(ShiftId shift) ? shift.value() : null)
        .param("opportunity", reach instanceof Reach.OfOpportunity(OpportunityId opportunity) ? opportunity.value() : null)
        .param("campaign", reach instanceof Reach.OfCampaign(CampaignId campaign) ? campaign.value() : null);
  }

  long add(long notice, Whom whom, int people, AccountId by, Instant now) {
    return reach(db.sql("""
        insert into messages.circular (notice_id, organization_id, shift_id, opportunity_id, campaign_id, everybody, urgent, people, made_at, made_by)
        values (:notice, :organization, :shift, :opportunity, :campaign, :everybody, :urgent, :people, :now, :by) returning id
        """), whom.reach).param("notice", notice).param("organization", whom.organization.value()).param("everybody", whom.everybody).param("urgent", whom.urgent)
        .param("people", people).param("now", Sql.at(now)).param("by", by.value()).query(Long.class).single();
  }

  /** Whom the announcement of this number is for. */
  Optional<Whom> whom(long notice) {
    return db.sql(SELECT + "where c.notice_id = :notice").param("notice", notice)
        .query((row, n) -> new Whom(new OrganizationId(row.getLong("organization_id")), reach(row), row.getBoolean("everybody"), row.getBoolean("urgent"))).optional();
  }

  /** A row whose words stand with the announcement. */
  record Row(long id, long notice, Reach reach, String reachName, @Nullable Instant startsAt, boolean everybody, boolean urgent, int people, Instant madeAt, AccountId by,
      String author) {

    Circular with(Map<Long, Announcement> texts) {
      Announcement text = texts.get(notice);
      if (text == null) throw new IllegalStateException("circular " + id + " has no text");
      return new Circular(id, reach, reachName, startsAt, everybody, urgent, people, madeAt, by, author, text);
    }
  }

  /** An organisation's, the newest first. @param before only those older than this number */
  List<Row> of(OrganizationId organization, long before) {
    return db.sql(SELECT + "where c.organization_id = :organization and c.id < :before order by c.id desc limit " + (SIZE + 1)).param("organization", organization.value())
        .param("before", before).query(CircularTable::read).list();
  }

  Optional<Row> find(OrganizationId organization, long id) {
    return db.sql(SELECT + "where c.organization_id = :organization and c.id = :id").param("organization", organization.value()).param("id", id).query(CircularTable::read).optional();
  }

  private static Row read(ResultSet row, int n) throws SQLException {
    return new Row(row.getLong("id"), row.getLong("notice_id"), reach(row), row.getString("reach_name"), Sql.maybe(row, "starts_at"), row.getBoolean("everybody"),
        row.getBoolean("urgent"), row.getInt("people"), Sql.at(row, "made_at"), new AccountId(row.getLong("made_by")), row.getString("author"));
  }

  private static Reach reach(ResultSet row) throws SQLException {
    long shift = row.getLong("shift_id");
    if (shift > 0) return new Reach.OfShift(new ShiftId(shift));
    long opportunity = row.getLong("opportunity_id");
    return opportunity > 0 ? new Reach.OfOpportunity(new OpportunityId(opportunity)) : new Reach.OfCampaign(new CampaignId(row.getLong("campaign_id")));
  }
}
