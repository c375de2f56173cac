package dz.linatatawwa.hours;

import dz.linatatawwa.organizations.OrganizationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's lines of one organisation, in the order in which they were written. Who may look is the caller's to check. */
@Repository
public class LedgerLines {

  private final JdbcClient db;

  LedgerLines(JdbcClient db) {
    this.db = db;
  }

  /** Part by part; since the ledger only grows, whoever goes on from the last number misses nothing.
   *  @param shift of this shift alone; null: all
   *  @param from  not before this day; null: from the first
   *  @param after only lines of a greater number */
  public List<LedgerLine> of(OrganizationId organization, @Nullable Long shift, @Nullable LocalDate from, long after, int most) {
    Map<String, Object> values = new HashMap<>(Map.of("organization", organization.value(), "after", after, "most", most));
    StringBuilder where = new StringBuilder();
    if (shift != null) {
      where.append(" and c.shift_id = :shift");
      values.put("shift", shift);
    }
    if (from != null) {
      where.append(" and e.day >= :from");
      values.put("from", from);
    }
    return db.sql("""
        select e.id, e.reverses, e.volunteer_id, c.shift_id, e.opportunity_id, e.day, e.minutes, e.grade, e.written_at
        from hours.entry e
        join hours.claim c on c.id = e.claim_id
        where e.organization_id = :organization and e.id > :after
        """ + where + " order by e.id limit :most").params(values)
        .query((row, n) -> new LedgerLine(row.getLong("id"), row.getObject("reverses", Long.class), row.getLong("volunteer_id"), row.getObject("shift_id", Long.class),
            row.getObject("opportunity_id", Long.class), row.getObject("day", LocalDate.class), row.getInt("minutes"), row.getString("grade"),
            row.getTimestamp("written_at").toInstant())).list();
  }
}
