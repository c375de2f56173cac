package dz.linatatawwa.means;

import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.opportunities.OpportunityId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of a campaign's people, and of goods in figures. */
@Repository
class BoardTable {

  private static final int ROWS = 12;

  /** The sums over all opportunities of a campaign. */
  record Sums(int coming, int seats, int taken) {}

  private final JdbcClient db;

  BoardTable(JdbcClient db) {
    this.db = db;
  }

  List<Board.People> people(CampaignId campaign, Instant now) {
    return db.sql("""
        select o.id, o.title, s.next, s.seats, s.taken
        from opportunities.opportunity o
        cross join lateral (
          select min(starts_at) as next, coalesce(sum(capacity), 0) as seats, coalesce(sum(taken), 0) as taken
          from opportunities.shift where opportunity_id = o.id and state = 'open' and ends_at > :now) s
        where o.campaign_id = :id and o.state = 'published' and s.next is not null
        order by s.next, o.id limit
        """ + ROWS).param("id", campaign.value()).param("now", Sql.at(now))
        .query((row, i) -> new Board.People(new OpportunityId(row.getLong("id")), row.getString("title"), Sql.at(row, "next"), row.getInt("seats"), row.getInt("taken"))).list();
  }

  Sums sums(CampaignId campaign, Instant now) {
    return db.sql("""
        select count(distinct o.id) as coming, coalesce(sum(s.capacity), 0) as seats, coalesce(sum(s.taken), 0) as taken
        from opportunities.opportunity o join opportunities.shift s on s.opportunity_id = o.id and s.state = 'open' and s.ends_at > :now
        where o.campaign_id = :id and o.state = 'published'
        """).param("id", campaign.value()).param("now", Sql.at(now)).query((row, i) -> new Sums(row.getInt("coming"), row.getInt("seats"), row.getInt("taken"))).single();
  }

  /** By unit: promised within the time, as far as the promise stands or was kept; brought within the time. */
  List<PledgedUnit> pledged(Instant from, Instant to) {
    return Sql.rows(db.sql("""
        select unit, sum(pledged)::bigint as pledged, sum(delivered)::bigint as delivered
        from (
          select n.unit, case when p.ended_at is null then p.amount else least(p.amount, p.delivered) end as pledged, 0 as delivered
          from means.pledge p join means.need n on n.id = p.need_id
          where p.pledged_at >= :from and p.pledged_at < :to
          union all
          select n.unit, 0, d.amount
          from means.delivery d join means.need n on n.id = d.need_id
          where d.received_at >= :from and d.received_at < :to
        ) u
        group by unit
        having sum(pledged) <> 0 or sum(delivered) <> 0
        order by unit
        """).param("from", Sql.at(from)).param("to", Sql.at(to)).query(PledgedUnit.class));
  }
}
