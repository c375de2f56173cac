package dz.linatatawwa.screening;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of rules and their wordings. */
@Repository
class RuleTable {

  private static final int PAGE = 20;

  private static final String SELECT = """
      select r.id, r.wilaya_code, r.version, w.title, w.conditions::text as conditions, w.written_by, w.written_at, r.ends_on, r.ended_at,
        (select count(distinct h.hold_id) from screening.hit h where h.rule_id = r.id) as held
      from screening.rule r
      join screening.wording w on w.rule_id = r.id and w.version =\s""";

  private final JdbcClient db;
  private final JsonMapper json;

  RuleTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  long insert(Draft draft, AccountId by, Instant now) {
    WilayaCode wilaya = draft.wilaya();
    long id = db.sql("insert into screening.rule (wilaya_code, made_by, made_at, ends_on) values (:wilaya, :by, :now, :ends) returning id")
        .param("wilaya", wilaya == null ? null : wilaya.value()).param("by", by.value()).param("now", at(now)).param("ends", draft.endsOn())
        .query(Long.class).single();
    word(id, 1, draft, by, now);
    return id;
  }

  void change(long id, Draft draft, AccountId by, Instant now) {
    int version = db.sql("update screening.rule set version = version + 1, ends_on = :ends where id = :id returning version").param("ends", draft.endsOn()).param("id", id)
        .query(Integer.class).single();
    word(id, version, draft, by, now);
  }

  private void word(long id, int version, Draft draft, AccountId by, Instant now) {
    db.sql("""
        insert into screening.wording (rule_id, version, title, conditions, written_by, written_at)
        values (:id, :version, :title, cast(:conditions as jsonb), :by, :now)
        """).param("id", id).param("version", version).param("title", draft.title()).param("conditions", write(draft.conditions())).param("by", by.value())
        .param("now", at(now)).update();
  }

  boolean end(long id, AccountId by, Instant now) {
    return db.sql("update screening.rule set ended_at = :now, ended_by = :by where id = :id and ended_at is null").param("now", at(now)).param("by", by.value())
        .param("id", id).update() == 1;
  }

  Optional<ScreeningRule> find(long id) {
    return db.sql(SELECT + "r.version where r.id = :id").param("id", id).query((row, n) -> read(row)).optional();
  }

  /** Every version, the newest first. */
  List<ScreeningRule> versions(long id) {
    return db.sql(SELECT.replace("r.version, w.title", "w.version, w.title") + "w.version where r.id = :id order by w.version desc limit 100").param("id", id)
        .query((row, n) -> read(row)).list();
  }

  /** Every rule that holds today. */
  List<ScreeningRule> holding(LocalDate today) {
    return db.sql(SELECT + "r.version where r.ended_at is null and r.ends_on >= :today order by r.id").param("today", today).query((row, n) -> read(row)).list();
  }

  /** The rules that hold somewhere in a territory; the nation's hold in each. */
  Slice<ScreeningRule> page(Territory territory, boolean all, boolean over, LocalDate today, int page) {
    String where = """
        (r.ended_at is not null or r.ends_on < :today) = :over and (:all or r.wilaya_code is null or r.wilaya_code = any(cast(:wilayas as text[])))
        """;
    Map<String, Object> values = new HashMap<>();
    values.put("today", today);
    values.put("over", over);
    values.put("all", all || territory.nation());
    values.put("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new));
    long total = db.sql("select count(*) from screening.rule r where " + where).params(values).query(Long.class).single();
    List<ScreeningRule> rows = db.sql(SELECT + "r.version where " + where + "order by r.id desc limit :size offset :skip").params(values).param("size", PAGE)
        .param("skip", (page - 1L) * PAGE).query((row, n) -> read(row)).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  private String write(Conditions it) {
    Map<String, Object> said = new HashMap<>();
    if (it.minors()) said.put("minors", true);
    if (it.from() instanceof LocalTime from && it.to() instanceof LocalTime to) said.putAll(Map.of("from", from.toString(), "to", to.toString()));
    if (!it.words().isEmpty()) said.put("words", it.words());
    if (it.first()) said.put("first", true);
    if (it.newer() > 0) said.put("newer", it.newer());
    if (it.seats() > 0) said.put("seats", it.seats());
    if (!it.field().isEmpty()) said.put("field", it.field());
    if (it.remote()) said.put("remote", true);
    return json.writeValueAsString(said);
  }

  private Conditions conditions(String kept) {
    JsonNode it = json.readTree(kept);
    List<String> words = it.path("words").valueStream().map(JsonNode::asString).toList();
    return new Conditions(it.has("minors"), time(it, "from"), time(it, "to"), words, it.has("first"), it.path("newer").asInt(0), it.path("seats").asInt(0),
        it.path("field").asString(""), it.has("remote"));
  }

  private static @Nullable LocalTime time(JsonNode it, String name) {
    return it.has(name) ? LocalTime.parse(it.path(name).asString()) : null;
  }

  private ScreeningRule read(ResultSet row) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new ScreeningRule(row.getLong("id"), wilaya == null ? null : new WilayaCode(wilaya), row.getInt("version"), row.getString("title"),
        conditions(row.getString("conditions")), new AccountId(row.getLong("written_by")), row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_on", LocalDate.class), ended == null ? null : ended.toInstant(), row.getLong("held"));
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
