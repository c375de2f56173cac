package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of queues: matters by territory. */
@Repository
class MatterQueue {

  static final int PAGE = 25;
  /** Counted so far at most: nobody turns four hundred pages, and what was decided grows for ever. */
  private static final int COUNTED = 10_000;

  /** Whether a matter {@code m} lies in a territory; the first condition is for the index, the second for those who see everything. */
  static final String MINE = """
      (:nation or m.wilaya_code = any(cast(:wilayas as text[])))
      and (:everything or exists (
        select from unnest(cast(:extentWilayas as text[]), cast(:extentDairas as integer[]), cast(:extentFields as text[])) as e (wilaya, daira, field)
        where (e.wilaya is null or e.wilaya = m.wilaya_code)
          and (e.daira is null or e.daira = (select c.daira_id from places.commune c where c.code = m.commune_code))
          and (e.field is null or e.field = any(m.fields))))""";

  private static final String WHERE = MINE + """
       and (m.decided_at is not null) = :decided
      and (cast(:kind as text) is null or m.kind = :kind)
      and (cast(:wilaya as text) is null or m.wilaya_code = :wilaya)
      and (cast(:daira as integer) is null or m.commune_code in (select c.code from places.commune c where c.daira_id = :daira))
      and (cast(:field as text) is null or :field = any(m.fields))
      and (cast(:hand as bigint) is null or m.claimed_by = :hand)
      and (not :overdue or m.due_at < :now)
      and (not :free or m.claimed_by is null)
      """;

  private final JdbcClient db;

  MatterQueue(JdbcClient db) {
    this.db = db;
  }

  Slice<Matter> page(Territory territory, AccountId supervisor, MatterFilter filter, Instant now, int page) {
    Map<String, @Nullable Object> values = scope(territory, now);
    boolean decided = filter.show() == MatterFilter.Show.DECIDED;
    values.put("decided", decided);
    values.put("kind", filter.kind());
    values.put("wilaya", filter.wilaya() instanceof WilayaCode code ? code.value() : null);
    values.put("daira", filter.daira());
    values.put("field", filter.field());
    AccountId hand = filter.show() == MatterFilter.Show.MINE ? supervisor : filter.hand();
    values.put("hand", hand == null ? null : hand.value());
    values.put("overdue", filter.show() == MatterFilter.Show.OVERDUE);
    values.put("free", filter.show() == MatterFilter.Show.FREE);
    long total = db.sql("select count(*) from (select from supervision.matter m where " + WHERE + " limit :counted) counted").params(values).param("counted", COUNTED).query(Long.class).single();
    List<Matter> rows = db.sql("select " + MatterTable.COLUMNS + " from supervision.matter m where " + WHERE
            + (decided ? " order by m.decided_at desc, m.id desc" : " order by m.due_at, m.id") + " limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(MatterTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  Matters.Load load(Territory territory, AccountId supervisor, Instant now) {
    return db.sql("select count(*), count(*) filter (where m.due_at < :now), count(*) filter (where m.claimed_by = :me) from supervision.matter m where m.decided_at is null and "
        + MINE).params(scope(territory, now)).param("me", supervisor.value())
        .query((row, number) -> new Matters.Load(row.getLong(1), row.getLong(2), row.getLong(3))).single();
  }

  /** What {@link #MINE} needs, and the moment. */
  static Map<String, @Nullable Object> scope(Territory territory, Instant now) {
    List<Extent> extents = territory.extents();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("nation", extents.stream().anyMatch(extent -> extent.wilaya() == null));
    values.put("everything", extents.stream().anyMatch(extent -> extent.wilaya() == null && extent.daira() == null && extent.field() == null));
    values.put("wilayas", extents.stream().map(Extent::wilaya).filter(Objects::nonNull).map(WilayaCode::value).distinct().toArray(String[]::new));
    values.put("extentWilayas", extents.stream().map(extent -> extent.wilaya() instanceof WilayaCode code ? code.value() : null).toArray(String[]::new));
    values.put("extentDairas", extents.stream().map(Extent::daira).toArray(Integer[]::new));
    values.put("extentFields", extents.stream().map(Extent::field).toArray(String[]::new));
    values.put("now", now.atZone(Words.ZONE).toOffsetDateTime());
    return values;
  }
}
