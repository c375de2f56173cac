package dz.linatatawwa.recognition;

import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Badges and their versions. */
@Repository
class BadgeTable {

  private static final String SELECT = """
      select d.id, d.key, d.kind, d.sort, d.retired_at, v.version, v.name_ar, v.name_fr, v.name_en, v.words_ar, v.words_fr, v.words_en, v.shape, v.tone, v.mark,
        v.rule::text as rule, v.keeps, v.changed_at, v.published_at
      from recognition.definition d join recognition.version v on v.definition_id = d.id""";
  private static final String NEWEST = " v.published_at is not null and not exists"
      + " (select from recognition.version n where n.definition_id = d.id and n.version > v.version and n.published_at is not null)";

  private final JdbcClient db;

  BadgeTable(JdbcClient db) {
    this.db = db;
  }

  /** The newest published version of each, retired ones too. */
  List<Badge> newest() {
    return db.sql(SELECT + " where" + NEWEST + " order by d.sort, d.id").query((row, i) -> badge(row)).list();
  }

  /** Every published version. */
  List<Badge> published() {
    return db.sql(SELECT + " where v.published_at is not null order by d.sort, d.id, v.version").query((row, i) -> badge(row)).list();
  }

  Optional<Badge> newest(String key) {
    return db.sql(SELECT + " where d.key = :key and" + NEWEST).param("key", key).query((row, i) -> badge(row)).optional();
  }

  Optional<Badge> version(String key, int version) {
    return db.sql(SELECT + " where d.key = :key and v.version = :version and v.published_at is not null").param("key", key).param("version", version)
        .query((row, i) -> badge(row)).optional();
  }

  /** Every version of one, the newest first; a draft before them. */
  List<Badge> versions(long id) {
    return db.sql(SELECT + " where d.id = :id order by v.version desc").param("id", id).query((row, i) -> badge(row)).list();
  }

  List<Badge> drafts() {
    return db.sql(SELECT + " where v.published_at is null order by d.sort, d.id").query((row, i) -> badge(row)).list();
  }

  Optional<Long> add(String key, Badge.Kind kind, long by) {
    return db.sql("""
        insert into recognition.definition (key, kind, sort, made_by) values (:key, :kind, 500, :by) on conflict (key) do nothing returning id""")
        .param("key", key).param("kind", kind.code()).param("by", by).query((row, i) -> row.getLong(1)).optional();
  }

  /** Writes the draft of a badge: the one there is, or the next version. */
  void draft(long id, Wording wording, long by) {
    db.sql("select id from recognition.definition where id = :id for update").param("id", id).query((row, i) -> row.getLong(1)).list();
    db.sql("delete from recognition.version where definition_id = :id and published_at is null").param("id", id).update();
    db.sql("""
        insert into recognition.version (definition_id, version, name_ar, name_fr, name_en, words_ar, words_fr, words_en, shape, tone, mark, rule, keeps, changed_by)
        select :id, coalesce(max(version), 0) + 1, :nameAr, :nameFr, :nameEn, :wordsAr, :wordsFr, :wordsEn, :shape, :tone, :mark, cast(:rule as jsonb), :keeps, :by
        from recognition.version where definition_id = :id""")
        .param("id", id).param("nameAr", wording.name().ar()).param("nameFr", wording.name().fr()).param("nameEn", wording.name().en())
        .param("wordsAr", wording.words().ar()).param("wordsFr", wording.words().fr()).param("wordsEn", wording.words().en())
        .param("shape", wording.picture().shape()).param("tone", wording.picture().tone().code()).param("mark", wording.picture().mark())
        .param("rule", wording.rule().json()).param("keeps", wording.keeps()).param("by", by).update();
  }

  boolean publish(long id, long by, Instant now) {
    return db.sql("update recognition.version set published_at = :now, published_by = :by where definition_id = :id and published_at is null")
        .param("id", id).param("by", by).param("now", Timestamp.from(now)).update() > 0;
  }

  boolean retire(long id, long by, Instant now) {
    return db.sql("update recognition.definition set retired_at = :now, retired_by = :by where id = :id and retired_at is null")
        .param("id", id).param("by", by).param("now", Timestamp.from(now)).update() > 0;
  }

  void discard(long id) {
    db.sql("delete from recognition.version where definition_id = :id and published_at is null").param("id", id).update();
  }

  private static Badge badge(ResultSet row) throws SQLException {
    return new Badge(row.getLong("id"), row.getString("key"), row.getString("kind").equals("level") ? Badge.Kind.LEVEL : Badge.Kind.BADGE, row.getInt("sort"),
        row.getInt("version"), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
        new LocalName(row.getString("words_ar"), row.getString("words_fr"), row.getString("words_en")),
        new Picture(row.getInt("shape"), Tone.of(row.getString("tone")).orElseThrow(), row.getString("mark")), Rule.of(row.getString("rule")),
        row.getBoolean("keeps"), Objects.requireNonNull(instant(row, "changed_at")), instant(row, "published_at"), instant(row, "retired_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
