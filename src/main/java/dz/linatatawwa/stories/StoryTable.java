package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.volunteers.Volunteers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of stories. */
@Repository
class StoryTable {

  private static final String STORY = """
      select s.id, s.kind, s.wilaya_code, s.field_code, s.teller_id, s.newest, s.live, s.publish_at, s.taken_back_at, s.withheld_at, s.made_by, s.changed_at,
        stories.told(s.id, coalesce(s.live, s.newest), :adults) as told, r.number, r.title_ar, r.summary_ar, r.body_ar, r.title_fr, r.summary_fr, r.body_fr,
        r.title_en, r.summary_en, r.body_en
      from stories.story s join stories.revision r on r.story_id = s.id and r.number =\s""";
  /** What the public sees. */
  private static final String SHOWN = "s.publish_at <= :now and s.taken_back_at is null and s.withheld_at is null and stories.told(s.id, s.live, :adults)";

  private final JdbcClient db;
  private final Volunteers volunteers;

  StoryTable(JdbcClient db, Volunteers volunteers) {
    this.db = db;
    this.volunteers = volunteers;
  }

  StoryId insert(StoryDraft draft, AccountId by, Instant now) {
    StoryId id = new StoryId(db.sql("""
        insert into stories.story (kind, wilaya_code, field_code, newest, made_by, made_at, changed_at)
        values (:kind, cast(:wilaya as char(2)), :field, 1, :by, :now, :now)
        returning id
        """).param("kind", draft.kind().code()).param("wilaya", code(draft.wilaya())).param("field", draft.field()).param("by", by.value()).param("now", at(now))
        .query(Long.class).single());
    revise(id, 1, draft.words(), by, now);
    return id;
  }

  void update(StoryId id, StoryDraft draft, int newest, Instant now) {
    db.sql("update stories.story set wilaya_code = cast(:wilaya as char(2)), field_code = :field, newest = :newest, changed_at = :now where id = :id")
        .param("wilaya", code(draft.wilaya())).param("field", draft.field()).param("newest", newest).param("now", at(now)).param("id", id.value()).update();
  }

  void revise(StoryId id, int number, StoryWords words, AccountId by, Instant now) {
    db.sql("""
        insert into stories.revision (story_id, number, title_ar, summary_ar, body_ar, title_fr, summary_fr, body_fr, title_en, summary_en, body_en, written_by, written_at)
        values (:id, :number, :titleAr, :summaryAr, :bodyAr, :titleFr, :summaryFr, :bodyFr, :titleEn, :summaryEn, :bodyEn, :by, :now)
        """).param("id", id.value()).param("number", number).param("by", by.value()).param("now", at(now))
        .param("titleAr", words.ar().title()).param("summaryAr", words.ar().summary()).param("bodyAr", words.ar().body())
        .param("titleFr", words.fr().title()).param("summaryFr", words.fr().summary()).param("bodyFr", words.fr().body())
        .param("titleEn", words.en().title()).param("summaryEn", words.en().summary()).param("bodyEn", words.en().body()).update();
  }

  /** In the revision that the media cell works on. */
  Optional<Story> newest(StoryId id) {
    return db.sql(STORY + "s.newest where s.id = :id").param("adults", adults()).param("id", id.value()).query(StoryTable::read).optional();
  }

  Optional<Story> revision(StoryId id, int number) {
    return db.sql(STORY + ":number where s.id = :id").param("adults", adults()).param("number", number).param("id", id.value()).query(StoryTable::read).optional();
  }

  /** In the revision that is public. */
  Optional<Story> live(StoryId id) {
    return db.sql(STORY + "s.live where s.id = :id").param("adults", adults()).param("id", id.value()).query(StoryTable::read).optional();
  }

  /** Waits until nobody else changes it. */
  Optional<Story> lock(StoryId id) {
    db.sql("select id from stories.story where id = :id for update").param("id", id.value()).query(Long.class).optional();
    return newest(id);
  }

  /** What the public sees now, the newest first. */
  List<Story> shown(StoryCriteria criteria, @Nullable StoryPlace behind, Instant now, int most) {
    StringBuilder where = new StringBuilder("s.live where " + SHOWN);
    if (criteria.kind() != null) where.append(" and s.kind = :kind");
    if (criteria.wilaya() != null) where.append(" and s.wilaya_code = cast(:wilaya as char(2))");
    if (criteria.field() != null) where.append(" and s.field_code = :field");
    if (behind != null) where.append(" and (s.publish_at, s.id) < (cast(:at as timestamptz), :behind)");
    return db.sql(STORY + where + " order by s.publish_at desc, s.id desc limit :most").param("adults", adults()).param("now", at(now)).param("most", most)
        .param("kind", criteria.kind() == null ? null : criteria.kind().code()).param("wilaya", code(criteria.wilaya())).param("field", criteria.field())
        .param("at", behind == null ? null : at(behind.at())).param("behind", behind == null ? null : behind.id()).query(StoryTable::read).list();
  }

  /** Those of these that the public sees now, in any order. */
  List<Story> shown(Collection<Long> ids, Instant now) {
    return db.sql(STORY + "s.live where s.id = any(:ids) and " + SHOWN).param("ids", ids.toArray(Long[]::new)).param("adults", adults()).param("now", at(now))
        .query(StoryTable::read).list();
  }

  /** Numbers of what the public sees now, in their order, from the one behind this number on. */
  List<Long> shownBehind(long id, Instant now, int most) {
    return db.sql("select s.id from stories.story s where s.id > :id and s.live is not null and " + SHOWN + " order by s.id limit :most").param("id", id).param("adults", adults())
        .param("now", at(now)).param("most", most).query((row, n) -> row.getLong(1)).list();
  }

  /** All of them as the media cell sees them, the latest begun first. @param before only those with a smaller number */
  List<Story> all(long before, int most) {
    return db.sql(STORY + "s.newest where s.id < :before order by s.id desc limit :most").param("adults", adults()).param("before", before).param("most", most)
        .query(StoryTable::read).list();
  }

  void publish(StoryId id, int revision, Instant when, Instant now) {
    db.sql("update stories.story set live = :revision, publish_at = :when, taken_back_at = null, changed_at = :now where id = :id").param("revision", revision)
        .param("when", at(when)).param("now", at(now)).param("id", id.value()).update();
  }

  void takenBack(StoryId id, @Nullable Instant when) {
    db.sql("update stories.story set taken_back_at = cast(:when as timestamptz) where id = :id").param("when", when == null ? null : at(when)).param("id", id.value()).update();
  }

  void withheld(StoryId id, @Nullable Instant when) {
    db.sql("update stories.story set withheld_at = cast(:when as timestamptz) where id = :id").param("when", when == null ? null : at(when)).param("id", id.value()).update();
  }

  void teller(StoryId id, AccountId teller) {
    db.sql("update stories.story set teller_id = :teller where id = :id").param("teller", teller.value()).param("id", id.value()).update();
  }

  /** How its teller is named: {@code first}, {@code whole}. */
  void named(StoryId id, String how) {
    db.sql("update stories.story set named = :how where id = :id").param("how", how).param("id", id.value()).update();
  }

  Optional<String> named(StoryId id) {
    return db.sql("select named from stories.story where id = :id and named is not null").param("id", id.value()).query(String.class).optional();
  }

  /** Who wrote which revision when, the newest first. */
  List<StoryRevision> revisions(StoryId id) {
    return db.sql("select number, title_ar, written_by, written_at from stories.revision where story_id = :id order by number desc limit 100").param("id", id.value())
        .query((row, n) -> new StoryRevision(row.getInt("number"), row.getString("title_ar"), account(row, "written_by"), instant(row, "written_at"))).list();
  }

  /** Whether whoever tells a story agrees to a revision of it; always so for news. */
  boolean toldAs(StoryId id, int revision) {
    return db.sql("select stories.told(:id, :revision, :adults)").param("id", id.value()).param("revision", revision).param("adults", adults()).query(Boolean.class).single();
  }

  /** Whoever was born after this year is a minor today. */
  int adults() {
    return volunteers.lastYearOfAge();
  }

  private static Story read(ResultSet row, int number) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    StoryWords words = new StoryWords(text(row, "ar"), text(row, "fr"), text(row, "en"));
    return new Story(new StoryId(row.getLong("id")), StoryKind.of(row.getString("kind")).orElseThrow(), wilaya == null ? null : new WilayaCode(wilaya), row.getString("field_code"),
        account(row, "teller_id"), words, row.getInt("number"), row.getInt("newest"), row.getObject("live", Integer.class), instantOrNull(row, "publish_at"),
        instantOrNull(row, "taken_back_at"), instantOrNull(row, "withheld_at"), row.getBoolean("told"), account(row, "made_by"), instant(row, "changed_at"));
  }

  private static StoryText text(ResultSet row, String language) throws SQLException {
    return new StoryText(row.getString("title_" + language), row.getString("summary_" + language), row.getString("body_" + language));
  }

  static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    Long id = row.getObject(column, Long.class);
    return id == null ? null : new AccountId(id);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String code(@Nullable WilayaCode wilaya) {
    return wilaya == null ? null : wilaya.value();
  }
}
