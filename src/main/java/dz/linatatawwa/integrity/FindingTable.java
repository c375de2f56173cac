package dz.linatatawwa.integrity;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What checks find, kept once; and the doubts that it adds up to. Writes nothing outside this room. */
@Repository
class FindingTable {

  private static final String FOUND =
      "with f as (select * from jsonb_to_recordset(cast(:found as jsonb)) as f(subject bigint, mark text, claims bigint[], facts jsonb))";

  private static final String OPEN_DOUBTS = FOUND + """
      , o as (
        select f.subject, coalesce(array_agg(distinct k.organization_id) filter (where k.organization_id is not null), '{}') as organizations,
          mode() within group (order by k.organization_id) as organization_id
        from f cross join lateral unnest(f.claims) as c(id) join hours.claim k on k.id = c.id
        group by f.subject)
      insert into integrity.doubt as d (about, subject_id, organization_id, organizations, wilaya_code)
      select :about, o.subject, o.organization_id, o.organizations, case when g.scope in ('inter-wilaya', 'national') then null else g.wilaya_code end
      from o left join organizations.organization g on g.id = o.organization_id
      order by o.subject
      on conflict (about, subject_id) do update
      set organizations = array(select distinct unnest(d.organizations || excluded.organizations) order by 1)
      where not d.organizations @> excluded.organizations""";

  private static final String KEEP = FOUND + """
      insert into integrity.finding as t (doubt_id, check_code, version, mark, weight, claims, facts)
      select d.id, :check, :version, f.mark, (select value from integrity.measure where code = :check), f.claims, f.facts
      from f join integrity.doubt d on d.about = :about and d.subject_id = f.subject
      order by f.mark
      on conflict (check_code, version, mark) do update set facts = excluded.facts, claims = excluded.claims
      where t.closed_at is null and (t.facts <> excluded.facts or t.claims <> excluded.claims)
      returning doubt_id, xmax = 0 as fresh""";

  private final JdbcClient db;

  FindingTable(JdbcClient db) {
    this.db = db;
  }

  /** What the claims of a step belong to. */
  record Around(Long[] claims, Long[] volunteers, Long[] shifts, Long[] organizations) {}

  Around around(Collection<Long> claims) {
    return db.sql("""
        select array_agg(distinct volunteer_id) as volunteers, array_agg(distinct shift_id) filter (where shift_id is not null) as shifts,
          array_agg(distinct organization_id) filter (where organization_id is not null) as organizations
        from hours.claim where id = any(:claims)""").param("claims", claims.toArray(Long[]::new))
        .query((row, number) -> new Around(claims.toArray(Long[]::new), longs(row.getArray("volunteers")), longs(row.getArray("shifts")),
            longs(row.getArray("organizations")))).single();
  }

  /** Runs one check around these claims and keeps what it finds.
   *  @return the doubts that it touched */
  List<Touched> run(Check check, Around around, Integer[] tiers) {
    String found = db.sql("select coalesce(jsonb_agg(to_jsonb(f)), '[]')::text from (" + check.sql() + ") f")
        .param("claims", around.claims()).param("volunteers", around.volunteers()).param("shifts", around.shifts())
        .param("organizations", around.organizations()).param("tiers", tiers).query(String.class).single();
    if (found.equals("[]")) return List.of();
    db.sql(OPEN_DOUBTS).param("found", found).param("about", check.about().code()).update();
    return db.sql(KEEP).param("found", found).param("about", check.about().code()).param("check", check.code()).param("version", Check.VERSION)
        .query((row, number) -> new Touched(row.getLong("doubt_id"), row.getBoolean("fresh"))).list();
  }

  /** A doubt to which something was added, or whose figures changed. */
  record Touched(long doubt, boolean fresh) {}

  /** Findings of which most claims no longer stand say nothing any more. */
  List<Long> lapse(Collection<Long> claims) {
    return db.sql("""
        update integrity.finding f set closed_at = now(), closed_how = 'lapsed'
        where f.closed_at is null and f.claims && :claims
          and (select count(*) filter (where k.state in ('proposed', 'confirmed')) * 2 from hours.claim k where k.id = any(f.claims)) <= cardinality(f.claims)
        returning doubt_id""").param("claims", claims.toArray(Long[]::new)).query((row, number) -> row.getLong(1)).list();
  }

  /** Adds up the weights of each doubt's open findings, each check once; a new finding opens what was closed. */
  void addUp(Collection<Long> doubts, Collection<Long> fresh) {
    db.sql("""
        update integrity.doubt d
        set risk = s.risk,
          state = case when d.id = any(:fresh) and d.state in ('cleared', 'settled') then 'open' else d.state end,
          state_since = case when d.id = any(:fresh) and d.state in ('cleared', 'settled') then now() else d.state_since end
        from (select one.id, coalesce(sum(m.value), 0) as risk
          from unnest(cast(:doubts as bigint[])) as one(id)
          left join (select distinct doubt_id, check_code from integrity.finding where closed_at is null and doubt_id = any(:doubts)) f on f.doubt_id = one.id
          left join integrity.measure m on m.code = f.check_code
          group by one.id) s
        where d.id = s.id and (d.risk <> s.risk or d.id = any(:fresh))""")
        .param("doubts", doubts.toArray(Long[]::new)).param("fresh", fresh.toArray(Long[]::new)).update();
  }

  /** After the weights were changed: all sums anew. */
  void addUpAll() {
    db.sql("""
        update integrity.doubt d set risk = s.risk
        from (select o.id, coalesce(sum(m.value), 0) as risk
          from integrity.doubt o
          left join (select distinct doubt_id, check_code from integrity.finding where closed_at is null) f on f.doubt_id = o.id
          left join integrity.measure m on m.code = f.check_code
          group by o.id) s
        where d.id = s.id and d.risk <> s.risk""").update();
  }

  void close(long doubt, String how) {
    db.sql("update integrity.finding set closed_at = now(), closed_how = :how where doubt_id = :doubt and closed_at is null")
        .param("doubt", doubt).param("how", how).update();
  }

  private static Long[] longs(java.sql.@org.jspecify.annotations.Nullable Array array) throws java.sql.SQLException {
    return array == null ? new Long[0] : (Long[]) array.getArray();
  }
}
