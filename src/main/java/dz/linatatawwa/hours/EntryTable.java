package dz.linatatawwa.hours;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger itself, and the totals kept beside it. Every statement of a confirmation serves all its claims at once. */
@Repository
class EntryTable {

  private final JdbcClient db;

  EntryTable(JdbcClient db) {
    this.db = db;
  }

  /** Writes the days of these claims into the ledger and adds them to the totals. */
  void write(List<OpenClaim> claims, long by) {
    List<Long> ids = new ArrayList<>();
    List<Date> days = new ArrayList<>();
    List<Integer> minutes = new ArrayList<>();
    for (OpenClaim claim : claims) {
      for (DayTime day : claim.days()) {
        ids.add(claim.id());
        days.add(Date.valueOf(day.day()));
        minutes.add(day.minutes());
      }
    }
    add(db.sql("""
        insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code,
          wilaya_code, commune_code, written_by, reason)
        select c.id, c.volunteer_id, p.day, p.minutes, c.grade, c.organization_id, c.opportunity_id, coalesce(o.field_code, c.field_code),
          coalesce(o.activity_code, c.activity_code), coalesce(o.wilaya_code, c.wilaya_code), coalesce(o.commune_code, c.commune_code), :by, c.reason
        from unnest(cast(:claims as bigint[]), cast(:days as date[]), cast(:minutes as integer[])) as p(claim_id, day, minutes)
        join hours.claim c on c.id = p.claim_id
        left join opportunities.countable o on o.id = c.opportunity_id
        returning id""")
        .param("by", by).param("claims", ids.toArray(Long[]::new)).param("days", days.toArray(Date[]::new))
        .param("minutes", minutes.toArray(Integer[]::new)).query((row, number) -> row.getLong(1)).list());
  }

  /** Takes back every line of a claim that no other line takes back yet. */
  void takeBack(long claim, long by, @Nullable String reason) {
    subtract(db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, organization_id, opportunity_id, field_code, activity_code,
          wilaya_code, commune_code, written_by, reason)
        select e.claim_id, e.id, e.volunteer_id, e.day, -e.minutes, e.grade, e.organization_id, e.opportunity_id, e.field_code, e.activity_code,
          e.wilaya_code, e.commune_code, :by, :reason
        from hours.entry e
        where e.claim_id = :claim and e.reverses is null and not exists (select 1 from hours.entry r where r.reverses = e.id)
        returning id""")
        .param("by", by).param("reason", reason).param("claim", claim).query((row, number) -> row.getLong(1)).list());
  }

  /** In the order person, organisation, day, and each by its key: two confirmations wait for each other, never crosswise. */
  private void add(Collection<Long> entries) {
    Long[] written = entries.toArray(Long[]::new);
    db.sql("""
        insert into hours.volunteer_total as t (volunteer_id, grade, minutes)
        select volunteer_id, grade, sum(minutes) from hours.entry where id = any(:written) group by volunteer_id, grade order by volunteer_id, grade
        on conflict (volunteer_id, grade) do update set minutes = t.minutes + excluded.minutes""")
        .param("written", written).update();
    db.sql("""
        insert into hours.organization_total as t (organization_id, grade, minutes)
        select organization_id, grade, sum(minutes) from hours.entry
        where id = any(:written) and organization_id is not null group by organization_id, grade order by organization_id, grade
        on conflict (organization_id, grade) do update set minutes = t.minutes + excluded.minutes""")
        .param("written", written).update();
    db.sql("""
        insert into hours.day_total as t (day, wilaya_code, grade, minutes)
        select day, wilaya_code, grade, sum(minutes) from hours.entry where id = any(:written)
        group by day, wilaya_code, grade order by day, wilaya_code, grade
        on conflict (day, wilaya_code, grade) do update set minutes = t.minutes + excluded.minutes""")
        .param("written", written).update();
  }

  /** The totals hold these minutes already, or they were rebuilt wrongly: a missing row is a fault, found by {@code bin/ledger verify}. */
  private void subtract(Collection<Long> entries) {
    Long[] written = entries.toArray(Long[]::new);
    db.sql("""
        update hours.volunteer_total t set minutes = t.minutes + e.minutes
        from (select volunteer_id, grade, sum(minutes) as minutes from hours.entry where id = any(:written) group by volunteer_id, grade) e
        where t.volunteer_id = e.volunteer_id and t.grade = e.grade""")
        .param("written", written).update();
    db.sql("""
        update hours.organization_total t set minutes = t.minutes + e.minutes
        from (select organization_id, grade, sum(minutes) as minutes from hours.entry where id = any(:written) group by organization_id, grade) e
        where t.organization_id = e.organization_id and t.grade = e.grade""")
        .param("written", written).update();
    db.sql("""
        insert into hours.day_total as t (day, wilaya_code, grade, minutes)
        select day, wilaya_code, grade, sum(minutes) from hours.entry where id = any(:written)
        group by day, wilaya_code, grade order by day, wilaya_code, grade
        on conflict (day, wilaya_code, grade) do update set minutes = t.minutes + excluded.minutes""")
        .param("written", written).update();
  }
}
