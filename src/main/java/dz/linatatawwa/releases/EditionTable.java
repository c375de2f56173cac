package dz.linatatawwa.releases;

import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Editions as they are kept. */
@Repository
class EditionTable {

  static final int PAGE = 20;

  private static final String ROWS = """
      select e.id, e.release, e.number, e.state, e.ledger_size, c.root, e.provisional, e.made_at, e.note, e.sha256, coalesce(length(e.package), 0) as bytes, e.signed_note,
        e.published_at, e.withdrawn_at, e.withdrawn_why
      from releases.edition e
      join checkpoints.signed c on c.size = e.ledger_size
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  EditionTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Those that everybody sees, the newest first. */
  Slice<Edition> open(int page) {
    long total = db.sql("select count(*) from releases.edition where state <> 'draft'").query(Long.class).single();
    return new Slice<>(db.sql(ROWS + "where e.state <> 'draft' order by e.published_at desc, e.id desc limit :most offset :skipped")
        .param("most", PAGE).param("skipped", (page - 1L) * PAGE).query((row, i) -> edition(row)).list(), page, PAGE, total);
  }

  List<Edition> drafts() {
    return db.sql(ROWS + "where e.state = 'draft' order by e.release desc limit 100").query((row, i) -> edition(row)).list();
  }

  /** All editions of a quarter or a year, the newest first. */
  List<Edition> of(Term term) {
    return db.sql(ROWS + "where e.release = :release order by e.number desc limit 100").param("release", term.name()).query((row, i) -> edition(row)).list();
  }

  Optional<Edition> find(Term term, int number) {
    return db.sql(ROWS + "where e.release = :release and e.number = :number").param("release", term.name()).param("number", number)
        .query((row, i) -> edition(row)).optional();
  }

  Optional<Edition> find(byte[] sha256) {
    return db.sql(ROWS + "where e.sha256 = :hash").param("hash", sha256).query((row, i) -> edition(row)).optional();
  }

  /** The edition as nobody else can change it until the end of the transaction. */
  boolean lock(long id, Edition.State expected) {
    return db.sql("select state from releases.edition where id = :id for update").param("id", id).query(String.class).optional()
        .filter(expected.code()::equals).isPresent();
  }

  List<ReleaseTable> tables(long id) {
    return json.readValue(db.sql("select tables::text from releases.edition where id = :id").param("id", id).query(String.class).single(), new TypeReference<>() {});
  }

  Beside beside(long id) {
    return json.readValue(db.sql("select facts::text from releases.edition where id = :id").param("id", id).query(String.class).single(), Beside.class);
  }

  Optional<byte[]> archive(long id) {
    return db.sql("select package from releases.edition where id = :id and package is not null").param("id", id).query((row, i) -> row.getBytes(1)).optional();
  }

  /** Keeps a draft in the place of the draft before it. */
  void draft(Term term, long size, boolean provisional, Beside beside, List<ReleaseTable> tables, String note, Instant now, @Nullable Long by) {
    db.sql("delete from releases.edition where release = :release and state = 'draft'").param("release", term.name()).update();
    db.sql("""
        insert into releases.edition (release, number, state, ledger_size, provisional, facts, tables, made_at, made_by, note)
        select :release, coalesce(max(number), 0) + 1, 'draft', :size, :provisional, cast(:facts as jsonb), cast(:tables as jsonb), :now, :by, :note
        from releases.edition where release = :release""")
        .param("release", term.name()).param("size", size).param("provisional", provisional).param("facts", json.writeValueAsString(beside))
        .param("tables", json.writeValueAsString(tables)).param("now", Timestamp.from(now)).param("by", by).param("note", note).update();
  }

  void publish(long id, String note, byte[] archive, byte[] sha256, String signedNote, Instant now, @Nullable Long by) {
    db.sql("""
        update releases.edition
        set state = 'published', note = :note, package = :package, sha256 = :sha256, signed_note = :signed, published_at = :now, published_by = :by
        where id = :id and state = 'draft'""")
        .param("note", note).param("package", archive).param("sha256", sha256).param("signed", signedNote).param("now", Timestamp.from(now)).param("by", by)
        .param("id", id).update();
  }

  void withdraw(long id, String why, Instant now, long by) {
    db.sql("update releases.edition set state = 'withdrawn', withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why where id = :id and state = 'published'")
        .param("now", Timestamp.from(now)).param("by", by).param("why", why).param("id", id).update();
  }

  boolean discard(long id) {
    return db.sql("delete from releases.edition where id = :id and state = 'draft'").param("id", id).update() == 1;
  }

  /** One node at a time makes editions; ends with the transaction. */
  void alone() {
    db.sql("select pg_advisory_xact_lock(hashtext('releases.making'))").query((row, i) -> 1).list();
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(row.getLong("id"), Term.of(row.getString("release")).orElseThrow(), row.getInt("number"), Edition.State.of(row.getString("state")),
        row.getLong("ledger_size"), Base64.getEncoder().encodeToString(row.getBytes("root")), row.getBoolean("provisional"), moment(row, "made_at"), row.getString("note"),
        row.getBytes("sha256"), row.getLong("bytes"), row.getString("signed_note"), maybe(row, "published_at"), maybe(row, "withdrawn_at"), row.getString("withdrawn_why"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
