package dz.linatatawwa.hours;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that what is kept for speed equals the sums over the ledger, and makes it anew where wished. */
@Component
class LedgerCheck {

  private static final String DIFFERENCES = """
      select 'volunteer_total' as what, 'volunteer ' || volunteer_id || ' grade ' || grade as row,
        coalesce(t.minutes, 0) as kept, coalesce(e.minutes, 0) as ledger
      from hours.volunteer_total t
      full join (select volunteer_id, grade, sum(minutes) as minutes from hours.entry group by volunteer_id, grade) e using (volunteer_id, grade)
      where coalesce(t.minutes, 0) <> coalesce(e.minutes, 0)
      union all
      select 'organization_total', 'organization ' || organization_id || ' grade ' || grade, coalesce(t.minutes, 0), coalesce(e.minutes, 0)
      from hours.organization_total t
      full join (select organization_id, grade, sum(minutes) as minutes from hours.entry where organization_id is not null
        group by organization_id, grade) e using (organization_id, grade)
      where coalesce(t.minutes, 0) <> coalesce(e.minutes, 0)
      union all
      select 'day_total', 'day ' || day || ' wilaya ' || coalesce(nullif(wilaya, ''), 'remote') || ' grade ' || grade,
        coalesce(t.minutes, 0), coalesce(e.minutes, 0)
      from (select day, coalesce(wilaya_code, '') as wilaya, grade, minutes from hours.day_total) t
      full join (select day, coalesce(wilaya_code, '') as wilaya, grade, sum(minutes) as minutes from hours.entry
        group by day, coalesce(wilaya_code, ''), grade) e using (day, wilaya, grade)
      where coalesce(t.minutes, 0) <> coalesce(e.minutes, 0)
      union all
      select 'claim', 'claim ' || c.id || ' ' || c.state, case when c.state = 'confirmed' then c.minutes else 0 end, coalesce(e.minutes, 0)
      from hours.claim c
      left join (select claim_id, sum(minutes) as minutes from hours.entry group by claim_id) e on e.claim_id = c.id
      where case when c.state = 'confirmed' then c.minutes else 0 end <> coalesce(e.minutes, 0)
      union all
      select 'reversal', 'entry ' || r.id || ' reverses ' || e.id, r.minutes, -e.minutes
      from hours.entry r join hours.entry e on e.id = r.reverses
      where (r.claim_id, r.volunteer_id, r.day, r.minutes, r.grade) is distinct from (e.claim_id, e.volunteer_id, e.day, -e.minutes, e.grade)
      order by 1, 2""";

  private final JdbcClient db;

  LedgerCheck(JdbcClient db) {
    this.db = db;
  }

  /** One statement, so that it sees one moment, whatever is confirmed meanwhile. */
  @Transactional(readOnly = true)
  List<Difference> differences() {
    return db.sql(DIFFERENCES).query((row, number) ->
        new Difference(row.getString("what"), row.getString("row"), row.getLong("kept"), row.getLong("ledger"))).list();
  }

  /** Lines that were added up. */
  long lines() {
    return db.sql("select count(*) from hours.entry").query(Long.class).single();
  }

  /** Nothing is written into the ledger while the totals are made anew. */
  @Transactional(isolation = Isolation.READ_COMMITTED)
  void rebuild() {
    db.sql("lock table hours.entry in share row exclusive mode").update();
    db.sql("delete from hours.volunteer_total").update();
    db.sql("""
        insert into hours.volunteer_total (volunteer_id, grade, minutes)
        select volunteer_id, grade, sum(minutes) from hours.entry group by volunteer_id, grade""").update();
    db.sql("delete from hours.organization_total").update();
    db.sql("""
        insert into hours.organization_total (organization_id, grade, minutes)
        select organization_id, grade, sum(minutes) from hours.entry where organization_id is not null group by organization_id, grade""").update();
    db.sql("delete from hours.day_total").update();
    db.sql("""
        insert into hours.day_total (day, wilaya_code, grade, minutes)
        select day, wilaya_code, grade, sum(minutes) from hours.entry group by day, wilaya_code, grade""").update();
  }
}
