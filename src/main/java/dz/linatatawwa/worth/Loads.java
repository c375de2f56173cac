package dz.linatatawwa.worth;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Wages, people and the gross domestic product, as administrators load them: looked at, stored year by year, replaced, taken back. */
@Service
public class Loads {

  private static final String SELECT = """
      select l.id, l.kind, l.years, l.source, l.size, l.loaded_by, l.loaded_at, l.stored_at, l.undone_at,
        array(select y from unnest(l.years) as y where l.stored_at is not null and l.undone_at is null and not exists (
          select from worth.load n where n.kind = l.kind and n.undone_at is null and y = any(n.years) and (n.stored_at, n.id) > (l.stored_at, l.id)) order by y) as standing
      from worth.load l
      """;

  private final JdbcClient db;
  private final LoadReader reader;
  private final JsonMapper json;
  private final Audit audit;
  private final Clock clock;

  Loads(JdbcClient db, LoadReader reader, JsonMapper json, Audit audit, Clock clock) {
    this.db = db;
    this.reader = reader;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /** Reads a file; nothing is kept. */
  public LoadRead read(LoadKind kind, byte[] content) {
    return reader.read(kind, content);
  }

  /** Keeps a table to be looked at before it is stored; others that nobody stored within a day are forgotten.
   *  @param source who counted it and where it was published, 3 to 300 characters */
  @Transactional
  public long keep(LoadKind kind, LoadRead.Good table, String source, AccountId by) {
    OffsetDateTime now = now();
    db.sql("delete from worth.load where stored_at is null and loaded_at < :yesterday").param("yesterday", now.minusDays(1)).update();
    return db.sql("""
        insert into worth.load (kind, years, source, rows, size, loaded_by, loaded_at)
        values (:kind, :years, :source, cast(:rows as jsonb), :size, :by, :now) returning id
        """).param("kind", kind.code()).param("years", table.years().toArray(Integer[]::new)).param("source", source).param("rows", json.writeValueAsString(table.rows()))
        .param("size", table.rows().size()).param("by", by.value()).param("now", now).query(Long.class).single();
  }

  /** Puts a table in use: its years are replaced by it.
   *  @return false when it was stored before */
  @Transactional
  public boolean store(long id, AccountId by) {
    Optional<Load> load = lock(id);
    if (load.isEmpty() || load.get().stored() != null) return false;
    db.sql("update worth.load set stored_at = :now where id = :id").param("now", now()).param("id", id).update();
    load.get().years().forEach(year -> rewrite(load.get().kind(), year));
    note("figures.loaded", load.get(), by);
    return true;
  }

  /** Takes a stored table back: its years are again as the table before had them, or empty.
   *  @return false when it does not stand, or a newer one stands in its place */
  @Transactional
  public boolean undo(long id, AccountId by) {
    Optional<Load> load = lock(id);
    if (load.isEmpty() || !load.get().undoable()) return false;
    db.sql("update worth.load set undone_at = :now, undone_by = :by where id = :id").param("now", now()).param("by", by.value()).param("id", id).update();
    load.get().years().forEach(year -> rewrite(load.get().kind(), year));
    note("worth.load.undone", load.get(), by);
    return true;
  }

  /** Throws away a table that was only looked at. */
  @Transactional
  public void discard(long id) {
    db.sql("delete from worth.load where id = :id and stored_at is null").param("id", id).update();
  }

  public Optional<Load> find(long id) {
    return db.sql(SELECT + "where l.id = :id").param("id", id).query((row, i) -> load(row)).optional();
  }

  /** Everything that was ever stored, the latest first, at most a hundred. */
  public List<Load> stored() {
    return db.sql(SELECT + "where l.stored_at is not null order by l.stored_at desc, l.id desc limit 100").query((row, i) -> load(row)).list();
  }

  /** The first rows of a table. */
  public List<Map<String, String>> rows(long id, int most) {
    String rows = db.sql("select jsonb_path_query_array(rows, '$[0 to $last]', jsonb_build_object('last', cast(:last as integer)))::text from worth.load where id = :id")
        .param("last", most - 1).param("id", id).query(String.class).single();
    return json.readValue(rows, new TypeReference<List<Map<String, String>>>() {});
  }

  /** Years of this kind that are in use now. */
  public List<Integer> years(LoadKind kind) {
    return db.sql(switch (kind) {
      case WAGES -> "select distinct year from worth.wage order by year";
      case POPULATION -> "select distinct year from worth.population order by year";
      case GDP -> "select year from worth.gdp order by year";
    }).query((row, i) -> row.getInt("year")).list();
  }

  /** A year says what the newest standing table says of it. */
  private void rewrite(LoadKind kind, int year) {
    db.sql(switch (kind) {
      case WAGES -> "delete from worth.wage where year = :year";
      case POPULATION -> "delete from worth.population where year = :year";
      case GDP -> "delete from worth.gdp where year = :year";
    }).param("year", year).update();
    String rows = """
        with newest as (
          select rows, source from worth.load where kind = :kind and stored_at is not null and undone_at is null and :year = any(years) order by stored_at desc, id desc limit 1
        ),
        of_year as (select r.value as r, n.source from newest n cross join lateral jsonb_array_elements(n.rows) as r (value) where (r.value ->> 'year')::integer = :year)
        """;
    db.sql(rows + switch (kind) {
      case WAGES -> "insert into worth.wage (isco_08, year, dzd_hour, source) select r ->> 'isco_08', :year, (r ->> 'dzd_hour')::numeric, source from of_year";
      case POPULATION -> """
          insert into worth.population (year, wilaya_code, sex, persons, source)
          select :year, nullif(r ->> 'wilaya_code', ''), nullif(r ->> 'sex', ''), (r ->> 'persons')::bigint, source from of_year""";
      case GDP -> "insert into worth.gdp (year, dzd_million, source) select :year, (r ->> 'dzd_million')::numeric, source from of_year";
    }).param("kind", kind.code()).param("year", year).update();
  }

  /** One at a time: two tables of one year do not mix. */
  private Optional<Load> lock(long id) {
    db.sql("select pg_advisory_xact_lock(hashtext('worth.load'))").query((row, i) -> true).list();
    return find(id);
  }

  private void note(String deed, Load load, AccountId by) {
    audit.note(by, deed, "figures-load", Long.toString(load.id()), null, Map.of("kind", load.kind().code(), "years", load.years(), "rows", load.rows(), "source", load.source()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Load load(ResultSet row) throws SQLException {
    return new Load(row.getLong("id"), LoadKind.of(row.getString("kind")).orElseThrow(), years(row, "years"), row.getString("source"), row.getInt("size"),
        new AccountId(row.getLong("loaded_by")), row.getObject("loaded_at", OffsetDateTime.class).toInstant(), at(row, "stored_at"), at(row, "undone_at"), years(row, "standing"));
  }

  private static java.time.@Nullable Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<Integer> years(ResultSet row, String column) throws SQLException {
    return Arrays.stream((Object[]) row.getArray(column).getArray()).map(year -> ((Number) year).intValue()).toList();
  }
}
