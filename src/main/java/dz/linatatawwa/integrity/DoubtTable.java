package dz.linatatawwa.integrity;

import static java.util.stream.Collectors.groupingBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the queue and of one doubt. */
@Repository
class DoubtTable {

  static final int PAGE = 20;
  private static final int EVIDENCE = 60;
  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  /** Whose the queue is: the territory's, without what concerns the one who looks or their organisations. */
  private static final String WHERE = """
      from integrity.doubt d
      where d.state = any(cast(:states as text[])) and d.risk >= :from and d.risk > 0
        and (:nation or d.wilaya_code = any(cast(:wilayas as char(2)[])))
        and not d.organizations && cast(:own as bigint[]) and not (d.about = 'volunteer' and d.subject_id = :me)
        and (cast(:wilaya as text) is null or d.wilaya_code = cast(:wilaya as char(2)))
        and (cast(:organization as bigint) is null or d.organizations @> array[cast(:organization as bigint)])
        and (cast(:check as text) is null or exists (select 1 from integrity.finding f where f.doubt_id = d.id and f.check_code = :check and f.closed_at is null))
        and (not :mine or d.held_by = :me)""";

  private static final String SHOWN = """
      select d.id, d.about, d.subject_id, coalesce(o.title, a.name) as name, s.starts_at, d.organization_id, g.name_ar, g.name_fr, d.wilaya_code, d.risk, d.state,
        d.state_since, d.opened_at, d.held_by
      from (%s) d
      left join accounts.account a on d.about = 'volunteer' and a.id = d.subject_id
      left join opportunities.shift s on d.about = 'shift' and s.id = d.subject_id
      left join opportunities.countable o on o.id = s.opportunity_id
      left join organizations.public_organization g on g.id = d.organization_id
      order by d.risk desc, d.id desc""";

  private final JdbcClient db;
  private final JsonMapper json;

  DoubtTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  Slice<Doubt> page(Territory territory, AccountId me, Collection<Long> own, DoubtFilter filter, int from, int page) {
    long total = filtered("select count(*) " + WHERE, territory, me, own, filter, from).query(Long.class).single();
    List<Doubt> rows = filtered(SHOWN.formatted("select d.* " + WHERE + " order by d.risk desc, d.id desc limit :limit offset :offset"), territory, me, own, filter, from)
        .param("limit", PAGE).param("offset", (page - 1L) * PAGE).query(DoubtTable::doubt).list();
    return new Slice<>(withFindings(rows), page, PAGE, total);
  }

  private JdbcClient.StatementSpec filtered(String sql, Territory territory, AccountId me, Collection<Long> own, DoubtFilter filter, int from) {
    DoubtState state = filter.state();
    WilayaCode wilaya = filter.wilaya();
    Check check = filter.check();
    return db.sql(sql).param("states", state == null ? new String[] {"open", "asked"} : new String[] {state.code()})
        .param("from", filter.low() || (state != null && !state.waits()) ? 0 : from).param("nation", territory.nation())
        .param("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new)).param("own", own.toArray(Long[]::new))
        .param("me", me.value()).param("wilaya", wilaya == null ? null : wilaya.value()).param("organization", filter.organization())
        .param("check", check == null ? null : check.code()).param("mine", filter.mine());
  }

  Optional<Doubt> find(long id) {
    List<Doubt> rows = db.sql(SHOWN.formatted("select * from integrity.doubt where id = :id")).param("id", id).query(DoubtTable::doubt).list();
    return withFindings(rows).stream().findFirst();
  }

  Optional<Doubt> lock(long id) {
    db.sql("select 1 from integrity.doubt where id = :id for update").param("id", id).query(Integer.class).list();
    return find(id);
  }

  /** Whether this person is on one of the sides: a member of an organisation concerned, or somebody whose deed or hours stand behind a finding. */
  boolean concerns(long id, long person, Collection<Long> own) {
    return db.sql("""
        select exists (select 1 from integrity.doubt d where d.id = :id
          and (d.organizations && cast(:own as bigint[]) or (d.about = 'volunteer' and d.subject_id = :person)))
        or exists (select 1 from integrity.finding f cross join lateral unnest(f.claims) as c(id) join hours.claim k on k.id = c.id
          where f.doubt_id = :id and :person in (k.volunteer_id, k.decided_by, k.seconded_by))""")
        .param("id", id).param("person", person).param("own", own.toArray(Long[]::new)).query(Boolean.class).single();
  }

  private List<Doubt> withFindings(List<Doubt> rows) {
    if (rows.isEmpty()) return rows;
    record Of(long doubt, Finding finding) {}
    Map<Long, List<Of>> found = db.sql("""
        select f.id, f.doubt_id, f.check_code, m.value as weight, f.weight as then, f.claims, f.facts::text as facts, f.found_at, f.closed_how
        from integrity.finding f join integrity.measure m on m.code = f.check_code
        where f.doubt_id = any(:doubts)
        order by f.closed_at nulls first, m.value desc, f.found_at desc, f.id""")
        .param("doubts", rows.stream().map(Doubt::id).toArray(Long[]::new))
        .query((row, number) -> new Of(row.getLong("doubt_id"), finding(row))).list().stream().collect(groupingBy(Of::doubt));
    return rows.stream().map(row -> row.with(found.getOrDefault(row.id(), List.of()).stream().map(Of::finding).toList())).toList();
  }

  void state(long id, DoubtState state) {
    db.sql("update integrity.doubt set state = :state, state_since = now() where id = :id").param("state", state.code()).param("id", id).update();
  }

  void handTo(long id, @Nullable AccountId supervisor, boolean nation) {
    db.sql("update integrity.doubt set held_by = :to, wilaya_code = case when :nation then null else wilaya_code end where id = :id")
        .param("to", supervisor == null ? null : supervisor.value()).param("nation", nation).param("id", id).update();
  }

  /** The claims behind the open findings (of a closed doubt: behind all), the newest first. */
  List<Evidence> evidence(long id) {
    return db.sql("""
        with named as (
          select distinct c.id from integrity.finding f cross join lateral unnest(f.claims) as c(id)
          where f.doubt_id = :id and (f.closed_at is null or not exists (select 1 from integrity.finding o where o.doubt_id = :id and o.closed_at is null)))
        select k.id, k.volunteer_id, k.state, coalesce(o.title, k.title) as title, g.name_ar, g.name_fr, k.organization_id, k.shift_id, coalesce(o.commune_code, k.commune_code) as commune_code, lower(k.during) as from_at,
          upper(k.during) as to_at, k.minutes, k.grade, p.applied_at, t.checked_in_at, t.checked_out_at, t.checked_in_by, k.entered_at, k.proposed_at,
          k.decided_at, k.decided_by, k.seconded_by
        from named n
        join hours.claim k on k.id = n.id
        left join opportunities.countable o on o.id = k.opportunity_id
        left join organizations.public_organization g on g.id = k.organization_id
        left join attendance.attendance t on t.id = k.attendance_id
        left join participation.application p on p.id = t.application_id
        order by lower(k.during) desc, k.id desc
        limit :most""").param("id", id).param("most", EVIDENCE).query(DoubtTable::evidence).list();
  }

  /** Every claim that the open findings name, with its organisation. */
  List<Named> named(long id) {
    return db.sql("""
        select distinct k.id, k.organization_id, k.state
        from integrity.finding f cross join lateral unnest(f.claims) as c(id) join hours.claim k on k.id = c.id
        where f.doubt_id = :id and f.closed_at is null and k.organization_id is not null
        order by k.id""").param("id", id)
        .query((row, number) -> new Named(row.getLong("id"), row.getLong("organization_id"), row.getString("state"))).list();
  }

  /** A claim behind a finding. */
  record Named(long claim, long organization, String state) {}

  /** Organisations of which something waits, for the filter; at most 200. */
  List<Long> organizations(Territory territory, int from) {
    return db.sql("""
        select distinct d.organization_id from integrity.doubt d
        where d.state in ('open', 'asked') and d.risk >= :from and d.organization_id is not null and (:nation or d.wilaya_code = any(cast(:wilayas as char(2)[])))
        order by 1 limit 200""").param("from", from).param("nation", territory.nation())
        .param("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new)).query((row, number) -> row.getLong(1)).list();
  }

  private Finding finding(ResultSet row) throws SQLException {
    Check check = Check.of(row.getString("check_code")).orElseThrow();
    return new Finding(row.getLong("id"), check, row.getInt("weight"), row.getInt("then"), List.of((Long[]) row.getArray("claims").getArray()),
        new HashMap<>(json.readValue(row.getString("facts"), FACTS)), at(row, "found_at"), row.getString("closed_how"));
  }

  private static Doubt doubt(ResultSet row, int number) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    return new Doubt(row.getLong("id"), About.of(row.getString("about")), row.getLong("subject_id"), row.getString("name"), maybe(row, "starts_at"),
        row.getObject("organization_id", Long.class), name(row), wilaya == null ? null : new WilayaCode(wilaya), row.getInt("risk"),
        DoubtState.of(row.getString("state")).orElseThrow(), at(row, "state_since"), at(row, "opened_at"), person(row, "held_by"), List.of());
  }

  private static Evidence evidence(ResultSet row, int number) throws SQLException {
    return new Evidence(row.getLong("id"), new AccountId(row.getLong("volunteer_id")), row.getString("state"), row.getString("title"), name(row),
        row.getObject("organization_id", Long.class), row.getObject("shift_id", Long.class), row.getString("commune_code"), at(row, "from_at"), at(row, "to_at"),
        row.getInt("minutes"), row.getString("grade"), maybe(row, "applied_at"), maybe(row, "checked_in_at"), maybe(row, "checked_out_at"),
        person(row, "checked_in_by"), at(row, "entered_at"), at(row, "proposed_at"), maybe(row, "decided_at"), person(row, "decided_by"),
        person(row, "seconded_by"));
  }

  private static @Nullable LocalName name(ResultSet row) throws SQLException {
    String name = row.getString("name_ar");
    return name == null ? null : new LocalName(name, row.getString("name_fr"), null);
  }

  private static @Nullable AccountId person(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new AccountId(id);
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
