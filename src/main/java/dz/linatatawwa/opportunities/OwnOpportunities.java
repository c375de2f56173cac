package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an organisation's own lists show: its opportunities in every state. */
@Component
public class OwnOpportunities {

  /** A line of the list.
   *  @param next  of the coming shifts; null: none
   *  @param seats of the coming shifts */
  public record Line(OpportunityId id, String title, State state, @Nullable Instant next, int shifts, int seats, int taken) {}

  private static final int SIZE = 20;

  private final JdbcClient db;

  OwnOpportunities(JdbcClient db) {
    this.db = db;
  }

  /** How many opportunities an organisation has in each state. */
  public Map<State, Integer> counts(OrganizationId organization) {
    Map<State, Integer> counts = new HashMap<>();
    db.sql("select state, count(*) as n from opportunities.opportunity where organization_id = :id group by state").param("id", organization.value())
        .query(row -> { counts.put(State.of(row.getString("state")), row.getInt("n")); });
    return counts;
  }

  /** One page of those in one state, the newest first. */
  public Slice<Line> list(OrganizationId organization, State state, int page) {
    int total = counts(organization).getOrDefault(state, 0);
    int number = Math.clamp(page, 1, Math.max(1, (total + SIZE - 1) / SIZE));
    List<Line> lines = db.sql("""
        select o.id, o.title, o.state, s.next, s.shifts, s.seats, s.taken
        from (select id, title, state from opportunities.opportunity where organization_id = :id and state = :state
              order by id desc limit :size offset :offset) o
        cross join lateral (
          select min(starts_at) as next, count(*) as shifts, coalesce(sum(capacity), 0) as seats, coalesce(sum(taken), 0) as taken
          from opportunities.shift where opportunity_id = o.id and state = 'open' and starts_at > now()) s
        order by o.id desc
        """).param("id", organization.value()).param("state", state.code()).param("size", SIZE).param("offset", (number - 1) * SIZE)
        .query((row, n) -> new Line(new OpportunityId(row.getLong("id")), row.getString("title"), State.of(row.getString("state")),
            OpportunityTable.instant(row, "next"), row.getInt("shifts"), row.getInt("seats"), row.getInt("taken"))).list();
    return new Slice<>(lines, number, SIZE, total);
  }
}
