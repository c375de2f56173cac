package dz.linatatawwa.imports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of imports. */
@Component
class ImportTable {

  private static final String COLUMNS = """
      id, kind, organization_id, file_name, state, rows_in, rows_done, rows_stored, rows_same, rows_bad, rows_undone, rows_kept,
      made_at, made_by, ended_at, undone_at, trouble
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  ImportTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  long insert(Kind kind, @Nullable OrganizationId organization, String fileName, byte[] sha256, byte @Nullable [] content, Mapping mapping, int rows, @Nullable AccountId by) {
    return db.sql("""
        with made as (
          insert into imports.import (kind, organization_id, file_name, sha256, mapping, rows_in, made_by)
          values (:kind, :organization, :name, :sha256, cast(:mapping as jsonb), :rows, :by)
          returning id),
        kept as (insert into imports.upload (import_id, content) select id, :content from made where cast(:content as bytea) is not null)
        select id from made
        """).param("kind", kind.code()).param("organization", organization == null ? null : organization.value()).param("name", fileName)
        .param("sha256", sha256).param("mapping", json.writeValueAsString(mapping)).param("rows", rows).param("by", by == null ? null : by.value())
        .param("content", content, Types.BINARY).query(Long.class).single();
  }

  Optional<Import> find(long id) {
    return db.sql("select " + COLUMNS + " from imports.import where id = :id").param("id", id).query(ImportTable::read).optional();
  }

  /** Holds the import until the transaction ends. */
  Optional<Import> lock(long id) {
    return db.sql("select " + COLUMNS + " from imports.import where id = :id for update").param("id", id).query(ImportTable::read).optional();
  }

  List<Import> all(int most) {
    return db.sql("select " + COLUMNS + " from imports.import order by id desc limit :most").param("most", most).query(ImportTable::read).list();
  }

  List<Import> of(Collection<OrganizationId> organizations, AccountId by, int most) {
    return db.sql("select " + COLUMNS + """
        from imports.import
        where organization_id = any(:organizations) or made_by = :by
        order by id desc
        limit :most
        """).param("organizations", organizations.stream().map(OrganizationId::value).toArray(Long[]::new)).param("by", by.value()).param("most", most)
        .query(ImportTable::read).list();
  }

  List<Import> moving() {
    return db.sql("select " + COLUMNS + " from imports.import where state in ('running', 'undoing') order by id").query(ImportTable::read).list();
  }

  byte[] content(long id) {
    return db.sql("select content from imports.upload where import_id = :id").param("id", id).query(byte[].class).single();
  }

  Mapping mapping(long id) {
    return json.readValue(db.sql("select mapping::text from imports.import where id = :id").param("id", id).query(String.class).single(), Mapping.class);
  }

  void map(long id, Mapping mapping) {
    db.sql("update imports.import set mapping = cast(:mapping as jsonb) where id = :id and state = 'uploaded'")
        .param("id", id).param("mapping", json.writeValueAsString(mapping)).update();
  }

  /** Moves on, if it is in one of these states.
   *  @return false when it is not */
  boolean move(long id, String to, String... from) {
    return db.sql("""
        update imports.import
        set state = :to, started_at = case when :to = 'running' then now() else started_at end, trouble = null
        where id = :id and state = any(:from)
        """).param("id", id).param("to", to).param("from", from).update() == 1;
  }

  /** Waits for the rows that are just being stored. */
  boolean cancel(long id) {
    return db.sql("update imports.import set state = 'cancelled', ended_at = now() where id = :id and state = 'running'").param("id", id).update() == 1;
  }

  void failed(long id, String trouble) {
    db.sql("update imports.import set state = 'failed', trouble = :trouble, ended_at = now() where id = :id and state in ('running', 'undoing')")
        .param("id", id).param("trouble", trouble).update();
  }

  /** Counts rows that were just looked at; when all were, the import is done. */
  void count(long id, int stored, int same, int bad) {
    db.sql("""
        update imports.import
        set rows_done = rows_done + :all, rows_stored = rows_stored + :stored, rows_same = rows_same + :same, rows_bad = rows_bad + :bad,
            state = case when rows_done + :all = rows_in then 'done' else state end,
            ended_at = case when rows_done + :all = rows_in then now() end
        where id = :id
        """).param("id", id).param("all", stored + same + bad).param("stored", stored).param("same", same).param("bad", bad).update();
  }

  /** A row that is stored already.
   *  @param object the number of the organisation or opportunity */
  record Known(String name, long object) {}

  Map<String, Known> stored(Collection<String> keys) {
    return known("key", keys);
  }

  Map<String, Known> subjects(Collection<String> subjects) {
    return known("subject", subjects);
  }

  private Map<String, Known> known(String column, Collection<String> values) {
    Map<String, Known> known = new HashMap<>();
    if (values.isEmpty()) return known;
    db.sql("select " + column + " as known, name, object_id from imports.row where " + column + " = any(:values) and outcome = 'stored' and undone_at is null")
        .param("values", values.toArray(String[]::new))
        .query((row, n) -> known.put(row.getString("known"), new Known(row.getString("name"), row.getLong("object_id")))).list();
    return known;
  }

  void insertRow(long id, int row, Sorted sorted, @Nullable Long object, @Nullable Long shift) {
    Candidate candidate = sorted.candidate();
    db.sql("""
        insert into imports.row (import_id, row, outcome, key, subject, name, object_kind, object_id, shift_id)
        values (:import, :row, :outcome, :key, :subject, :name, :kind, :object, :shift)
        """).param("import", id).param("row", row).param("outcome", sorted.outcome().name().toLowerCase(Locale.ROOT))
        .param("key", candidate == null ? null : candidate.key()).param("name", candidate == null ? null : candidate.name())
        .param("subject", candidate instanceof Candidate.Offer offer ? offer.opportunity() : null)
        .param("kind", object == null ? null : candidate instanceof Candidate.Offer ? "opportunity" : "organization")
        .param("object", object).param("shift", shift).update();
    int ordinal = 0;
    for (Fault fault : sorted.faults()) {
      db.sql("""
          insert into imports.fault (import_id, row, ordinal, bad, field, value, reason, arguments)
          values (:import, :row, :ordinal, :bad, :field, :value, :reason, :arguments)
          """).param("import", id).param("row", row).param("ordinal", ordinal++).param("bad", fault.bad()).param("field", fault.field())
          .param("value", fault.value()).param("reason", fault.reason()).param("arguments", fault.arguments().toArray(String[]::new)).update();
    }
  }

  Optional<OrganizationId> madeOrganization(String key) {
    return db.sql("select organization_id from imports.made_organization where key = :key and undone_at is null").param("key", key)
        .query(Long.class).optional().map(OrganizationId::new);
  }

  void insertMade(long id, OrganizationId organization, String key) {
    db.sql("insert into imports.made_organization (import_id, organization_id, key) values (:import, :organization, :key)")
        .param("import", id).param("organization", organization.value()).param("key", key).update();
  }

  int made(long id) {
    return db.sql("select count(*) from imports.made_organization where import_id = :id").param("id", id).query(Integer.class).single();
  }

  long countFaults(long id, boolean bad) {
    return db.sql("select count(*) from imports.fault where import_id = :id and bad = :bad").param("id", id).param("bad", bad).query(Long.class).single();
  }

  List<Fault> faults(long id, boolean bad, int most, long skip) {
    return db.sql("""
        select row, bad, field, value, reason, arguments
        from imports.fault
        where import_id = :id and bad = :bad
        order by row, ordinal
        limit :most offset :skip
        """).param("id", id).param("bad", bad).param("most", most).param("skip", skip).query(ImportTable::fault).list();
  }

  private static Fault fault(ResultSet row, int number) throws SQLException {
    return new Fault(row.getInt("row"), row.getBoolean("bad"), row.getString("field"), row.getString("value"), row.getString("reason"),
        List.of((String[]) row.getArray("arguments").getArray()));
  }

  /** Faults of many rows at once; each row is looked at once. */
  void insertFaults(long id, List<Fault> faults) {
    if (faults.isEmpty()) return;
    Integer[] rows = new Integer[faults.size()];
    Integer[] ordinals = new Integer[faults.size()];
    Boolean[] bad = new Boolean[faults.size()];
    String[][] texts = new String[4][faults.size()];
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      rows[i] = fault.row();
      ordinals[i] = i > 0 && rows[i - 1] == fault.row() ? ordinals[i - 1] + 1 : 0;
      bad[i] = fault.bad();
      texts[0][i] = fault.field();
      texts[1][i] = fault.value();
      texts[2][i] = fault.reason();
      texts[3][i] = json.writeValueAsString(fault.arguments());
    }
    db.sql("""
        insert into imports.fault (import_id, row, ordinal, bad, field, value, reason, arguments)
        select :import, f.row, f.ordinal, f.bad, f.field, f.value, f.reason, array(select jsonb_array_elements_text(cast(f.arguments as jsonb)))
        from unnest(:rows, :ordinals, :bad, :fields, :values, :reasons, :arguments) as f(row, ordinal, bad, field, value, reason, arguments)
        """).param("import", id).param("rows", rows).param("ordinals", ordinals).param("bad", bad).param("fields", texts[0]).param("values", texts[1])
        .param("reasons", texts[2]).param("arguments", texts[3]).update();
  }

  /** All faults of the next bad rows behind one. */
  List<Fault> badAfter(long id, int after, int mostRows) {
    return db.sql("""
        select row, bad, field, value, reason, arguments
        from imports.fault
        where import_id = :id and bad and row in (select distinct row from imports.fault where import_id = :id and bad and row > :after order by row limit :most)
        order by row, ordinal
        """).param("id", id).param("after", after).param("most", mostRows).query(ImportTable::fault).list();
  }

  void countUndone(long id, int undone, int kept) {
    db.sql("update imports.import set rows_undone = rows_undone + :undone, rows_kept = rows_kept + :kept where id = :id")
        .param("id", id).param("undone", undone).param("kept", kept).update();
  }

  /** Something that an import stored and that is still there.
   *  @param object the number of an organisation or opportunity */
  record Stored(boolean opportunity, long object) {}

  List<Stored> toUndo(long id) {
    return db.sql("""
        select object_kind, object_id, max(row) as last
        from imports.row
        where import_id = :id and outcome = 'stored' and undone_at is null and kept_why is null
        group by object_kind, object_id
        order by last desc
        """).param("id", id).query((row, n) -> new Stored(row.getString("object_kind").equals("opportunity"), row.getLong("object_id"))).list();
  }

  List<OrganizationId> madeToUndo(long id) {
    return db.sql("select organization_id from imports.made_organization where import_id = :id and undone_at is null order by organization_id desc")
        .param("id", id).query(Long.class).list().stream().map(OrganizationId::new).toList();
  }

  /** @param keptWhy a message key; null: it was taken back */
  void undone(long id, Stored stored, @Nullable String keptWhy) {
    int rows = db.sql("""
        update imports.row
        set undone_at = case when cast(:why as text) is null then now() end, kept_why = :why
        where import_id = :id and outcome = 'stored' and object_kind = :kind and object_id = :object and undone_at is null and kept_why is null
        """).param("id", id).param("why", keptWhy).param("kind", stored.opportunity() ? "opportunity" : "organization").param("object", stored.object()).update();
    db.sql("update imports.import set rows_undone = rows_undone + :undone, rows_kept = rows_kept + :kept where id = :id")
        .param("id", id).param("undone", keptWhy == null ? rows : 0).param("kept", keptWhy == null ? 0 : rows).update();
  }

  void madeUndone(long id, OrganizationId organization) {
    db.sql("update imports.made_organization set undone_at = now() where import_id = :id and organization_id = :organization")
        .param("id", id).param("organization", organization.value()).update();
  }

  void allUndone(long id) {
    db.sql("update imports.import set state = 'undone', undone_at = now() where id = :id and state = 'undoing'").param("id", id).update();
  }

  void forget(long id) {
    db.sql("delete from imports.import where id = :id and state = 'uploaded'").param("id", id).update();
  }

  private static Import read(ResultSet row, int number) throws SQLException {
    Long organization = row.getObject("organization_id", Long.class);
    return new Import(row.getLong("id"), Kind.of(row.getString("kind")).orElseThrow(), organization == null ? null : new OrganizationId(organization),
        row.getString("file_name"), Import.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        new Import.Counts(row.getInt("rows_in"), row.getInt("rows_done"), row.getInt("rows_stored"), row.getInt("rows_same"), row.getInt("rows_bad"),
            row.getInt("rows_undone"), row.getInt("rows_kept")), instant(row, "made_at"), row.getObject("made_by", Long.class),
        maybe(row, "ended_at"), maybe(row, "undone_at"), row.getString("trouble"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
