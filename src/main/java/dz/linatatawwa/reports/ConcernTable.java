package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.MatterDecided;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of concerns. */
@Repository
class ConcernTable {

  static final String COLUMNS = """
      c.id, c.thing_kind, c.thing_id, c.owner_kind, c.owner_id, c.title, c.wilaya_code, c.opened_at, c.urgent, c.reports, c.outcome, c.reason_code, c.words as decided_words,
      c.decided_by, c.decided_at, c.hidden, c.owner_hidden, c.mended_at, c.mended_words, c.released_at
      """;
  private static final int PAGE = 20;

  private final JdbcClient db;

  ConcernTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Concern> find(long id) {
    return db.sql("select " + COLUMNS + "from reports.concern c where c.id = :id").param("id", id).query((row, n) -> read(row)).optional();
  }

  /** Waits until nobody else changes it. */
  Concern lock(long id) {
    return db.sql("select " + COLUMNS + "from reports.concern c where c.id = :id for update").param("id", id).query((row, n) -> read(row)).single();
  }

  Optional<Long> waiting(Thing thing) {
    return db.sql("select id from reports.concern where thing_kind = :kind and thing_id = :id and decided_at is null")
        .param("kind", thing.kind()).param("id", thing.id()).query(Long.class).optional();
  }

  boolean any(Thing thing) {
    return db.sql("select exists (select from reports.concern where thing_kind = :kind and thing_id = :id)").param("kind", thing.kind()).param("id", thing.id())
        .query(Boolean.class).single();
  }

  /** @return nothing when one about the same thing waits already */
  Optional<Long> open(Reported about, Instant now) {
    Thing owner = about.owner();
    WilayaCode wilaya = about.wilaya();
    return db.sql("""
        insert into reports.concern (thing_kind, thing_id, owner_kind, owner_id, title, wilaya_code, opened_at)
        values (:kind, :id, :ownerKind, :ownerId, :title, :wilaya, :now)
        on conflict (thing_kind, thing_id) where decided_at is null do nothing
        returning id
        """).param("kind", about.thing().kind()).param("id", about.thing().id()).param("ownerKind", owner == null ? null : owner.kind())
        .param("ownerId", owner == null ? null : owner.id()).param("title", about.title()).param("wilaya", wilaya == null ? null : wilaya.value())
        .param("now", at(now)).query(Long.class).optional();
  }

  void count(long id, boolean urgent) {
    db.sql("update reports.concern set reports = reports + 1, urgent = urgent or :urgent where id = :id").param("urgent", urgent).param("id", id).update();
  }

  void decide(long id, Ending ending, MatterDecided decided, boolean hidden, boolean ownerHidden, Instant now) {
    db.sql("""
        update reports.concern
        set outcome = :outcome, reason_code = :code, words = :words, decided_by = :by, decided_at = :now, hidden = :hidden, owner_hidden = :ownerHidden
        where id = :id and decided_at is null
        """).param("outcome", ending.code()).param("code", decided.reasonCode()).param("words", decided.reason()).param("by", decided.by().value())
        .param("now", at(now)).param("hidden", hidden).param("ownerHidden", ownerHidden).param("id", id).update();
  }

  void mended(long id, String words, Instant now) {
    db.sql("update reports.concern set mended_at = :now, mended_words = :words where id = :id").param("now", at(now)).param("words", words).param("id", id).update();
  }

  /** Its people may say once more that it is mended. */
  void notMended(long id) {
    db.sql("update reports.concern set mended_at = null, mended_words = null where id = :id").param("id", id).update();
  }

  void released(long id, AccountId by, Instant now) {
    db.sql("update reports.concern set released_at = :now, released_by = :by where id = :id and released_at is null")
        .param("now", at(now)).param("by", by.value()).param("id", id).update();
  }

  /** What was decided about an owner's things and about itself, the newest first. */
  Slice<Concern> decidedOf(Thing owner, int page) {
    String where = """
        c.decided_at is not null and c.outcome <> 'left' and (c.owner_kind = :kind and c.owner_id = :id or c.thing_kind = :kind and c.thing_id = :id)
        """;
    long total = db.sql("select count(*) from reports.concern c where " + where).param("kind", owner.kind()).param("id", owner.id()).query(Long.class).single();
    List<Concern> rows = db.sql("select " + COLUMNS + "from reports.concern c where " + where + "order by c.decided_at desc, c.id desc limit :size offset :skip")
        .param("kind", owner.kind()).param("id", owner.id()).param("size", PAGE).param("skip", (page - 1L) * PAGE).query((row, n) -> read(row)).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  static Concern read(ResultSet row) throws SQLException {
    String ownerKind = row.getString("owner_kind");
    String wilaya = row.getString("wilaya_code");
    Instant mended = maybe(row, "mended_at");
    return new Concern(row.getLong("id"), new Thing(row.getString("thing_kind"), row.getString("thing_id")),
        ownerKind == null ? null : new Thing(ownerKind, row.getString("owner_id")), row.getString("title"), wilaya == null ? null : new WilayaCode(wilaya),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getBoolean("urgent"), row.getInt("reports"), decision(row),
        mended == null ? null : new Concern.Mended(mended, text(row.getString("mended_words"))));
  }

  private static Concern.@Nullable Decision decision(ResultSet row) throws SQLException {
    Instant decided = maybe(row, "decided_at");
    return decided == null ? null : new Concern.Decision(Ending.of(row.getString("outcome")).orElseThrow(), row.getString("reason_code"),
        text(row.getString("decided_words")), new AccountId(row.getLong("decided_by")), decided, row.getBoolean("hidden"), row.getBoolean("owner_hidden"),
        maybe(row, "released_at"));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
