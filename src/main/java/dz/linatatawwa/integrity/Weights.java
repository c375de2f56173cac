package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How much each check counts, and from which sum on a doubt stands in the queue. An administrator changes it; before, anybody may see what would follow. */
@Component
public class Weights {

  /** From this sum on. */
  public static final String QUEUE_FROM = "queue-from";
  /** The most that one check counts. */
  public static final int MOST = 100;
  private static final int SHOWN = 10;

  private final JdbcClient db;
  private final FindingTable findings;
  private final Audit audit;
  private final JsonMapper json;

  Weights(JdbcClient db, FindingTable findings, Audit audit, JsonMapper json) {
    this.db = db;
    this.findings = findings;
    this.audit = audit;
    this.json = json;
  }

  /** What holds now, by code; the bound of the queue first, then the checks in their order. */
  public Map<String, Integer> now() {
    Map<String, Integer> stored = new TreeMap<>();
    db.sql("select code, value from integrity.measure").query(row -> {
      stored.put(row.getString("code"), row.getInt("value"));
    });
    Map<String, Integer> ordered = new LinkedHashMap<>();
    ordered.put(QUEUE_FROM, stored.getOrDefault(QUEUE_FROM, 0));
    for (Check check : Check.values()) ordered.put(check.code(), stored.getOrDefault(check.code(), 0));
    return ordered;
  }

  int queueFrom() {
    return db.sql("select value from integrity.measure where code = :code").param("code", QUEUE_FROM).query(Integer.class).single();
  }

  /** Puts other weights in force; today's queue is sorted by them at once, and what the findings counted when they were found stays with them.
   *  @param because why, kept in the audit log with what was before */
  @Transactional
  public void change(AccountId administrator, Map<String, Integer> wanted, String because) {
    Map<String, Integer> before = now();
    Map<String, String> changed = wanted.entrySet().stream().filter(one -> before.containsKey(one.getKey()) && !one.getValue().equals(before.get(one.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, one -> before.get(one.getKey()) + " → " + one.getValue()));
    if (changed.isEmpty()) return;
    changed.keySet().forEach(code -> db.sql("update integrity.measure set value = :value, changed_at = now(), changed_by = :by where code = :code")
        .param("value", wanted.get(code)).param("by", administrator.value()).param("code", code).update());
    findings.addUpAll();
    audit.note(administrator, "integrity.weights-changed", "integrity", "weights", because, changed);
  }

  /** Today's queue of the whole country, as it is and as it would be.
   *  @param before how many stand in it now
   *  @param after  how many would
   *  @param comes  of those, how many would come in
   *  @param goes   how many would no longer be in it */
  public record Preview(int before, int after, int comes, int goes, List<Row> first) {

    public Preview {
      first = List.copyOf(first);
    }
  }

  /** A doubt of the coming queue. @param rank in the queue as it is now; 0: it is not in it */
  public record Row(long doubt, int risk, int riskBefore, int rank) {}

  /** What the queue would look like; changes nothing. */
  public Preview preview(Map<String, Integer> wanted) {
    Map<String, Integer> all = now();
    all.putAll(wanted);
    String sql = """
        with sums as (
          select d.id, d.risk as before, coalesce(sum((cast(:wanted as jsonb) ->> f.check_code)::integer), 0)::integer as after
          from integrity.doubt d
          left join (select distinct doubt_id, check_code from integrity.finding where closed_at is null) f on f.doubt_id = d.id
          where d.state in ('open', 'asked')
          group by d.id),
        ranked as (select *, rank() over (order by before desc, id desc) as rank from sums)
        """;
    int from = queueFrom();
    int then = all.getOrDefault(QUEUE_FROM, from);
    String values = json.writeValueAsString(all);
    List<Row> first = db.sql(sql + "select id, before, after, case when before >= :from then rank else 0 end as rank from ranked where after >= :then and after > 0"
        + " order by after desc, id desc limit :shown").param("wanted", values).param("from", from).param("then", then).param("shown", SHOWN)
        .query((row, number) -> new Row(row.getLong("id"), row.getInt("after"), row.getInt("before"), row.getInt("rank"))).list();
    return db.sql(sql + """
        select count(*) filter (where before >= :from and before > 0) as before, count(*) filter (where after >= :then and after > 0) as after,
          count(*) filter (where after >= :then and after > 0 and (before < :from or before = 0)) as comes,
          count(*) filter (where before >= :from and before > 0 and (after < :then or after = 0)) as goes
        from ranked""").param("wanted", values).param("from", from).param("then", then)
        .query((row, number) -> new Preview(row.getInt("before"), row.getInt("after"), row.getInt("comes"), row.getInt("goes"), first)).single();
  }
}
