package dz.linatatawwa.releases;

import dz.linatatawwa.hours.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Freezes who is counted, and counts them; each statement stands in a file of its own beside this class. The database does the work: what comes back are cells. */
@Repository
class CellTable {

  private static final List<String> COUNTS = List.of("ByPerson.sql", "ByWork.sql", "ByMonth.sql");

  private final JdbcClient db;

  /** Minutes of an activity in a month; {@code X} where none is known. */
  record Worked(String field, String activity, String month, long minutes) {}

  CellTable(JdbcClient db) {
    this.db = db;
  }

  /** Keeps what people and organisations are, for those who are not kept yet. */
  void freeze(Term term, long size) {
    db.sql("insert into releases.release (name, first_day, last_day) values (:name, :first, :last) on conflict do nothing")
        .param("name", term.name()).param("first", term.first()).param("last", term.last()).update();
    for (String file : List.of("FreezePeople.sql", "FreezeOrganizations.sql")) {
      db.sql(statement(file)).params(values(term, Ledger.upTo(size))).update();
    }
  }

  /** Every cell with a line behind it, by its key. */
  Map<String, Cell> count(Term term, Ledger ledger) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (String file : COUNTS) {
      db.sql(statement(file)).params(values(term, ledger)).query(row -> {
        cells.put(row.getString("key"), new Cell(row.getString("key"), row.getLong("persons"), row.getLong("givers"), row.getLong("minutes"), row.getLong("median"),
            row.getLong("touched")));
      });
    }
    addFlows(term, cells);
    return cells;
  }

  /** Persons of a month who are not new have come back or have stayed; those of the month before stand in the release before. */
  private static void addFlows(Term term, Map<String, Cell> cells) {
    for (String month : term.months()) {
      String key = "month=" + month + "|flow=";
      sum(cells, key + "returning", List.of(key + "stayed", key + "back"));
    }
    String before = "month=" + term.monthBefore().toString().substring(0, 7);
    sum(cells, before, List.of(before + "|flow=new", before + "|flow=stayed", before + "|flow=back"));
  }

  private static void sum(Map<String, Cell> cells, String key, List<String> parts) {
    long persons = parts.stream().mapToLong(part -> cells.getOrDefault(part, Cell.empty(part)).persons()).sum();
    cells.put(key, new Cell(key, persons, persons, 0, 0, persons));
  }

  /** What a year holds, cell by cell, that these quarters did not: everybody counts as a giver for whom a difference is left,
   *  and as a person where it is an hour.
   *  @param parts sizes of the ledger by quarter */
  Map<String, Cell> rest(Term year, long size, Map<String, Long> parts) {
    List<String> names = parts.keySet().stream().sorted().toList();
    Map<String, Cell> rest = new LinkedHashMap<>();
    db.sql(statement("Rest.sql")).params(values(year, Ledger.upTo(size))).param("parts", names.toArray(String[]::new)).param("sizes", names.stream().map(parts::get).toArray(Long[]::new))
        .query(row -> {
          rest.put(row.getString("key"), new Cell(row.getString("key"), row.getLong("persons"), row.getLong("touched"), row.getLong("minutes"), 0, row.getLong("touched")));
        });
    return rest;
  }

  List<Worked> worked(Term term, long size) {
    return db.sql(statement("Minutes.sql")).params(values(term, Ledger.upTo(size)))
        .query((row, i) -> new Worked(row.getString("field"), row.getString("activity"), row.getString("month"), row.getLong("minutes"))).list();
  }

  /** How many of the people who were counted have left since. */
  long erased(Term term) {
    return db.sql("select count(*) from releases.person where release = :release and erased").param("release", term.name()).query(Long.class).single();
  }

  /** What a person was is forgotten; that their hours counted, stays. */
  void erase(long person) {
    db.sql("""
        update releases.person
        set sex = null, band = null, education = null, status = null, residence = null, first_day = null, erased = true
        where volunteer_id = :person""").param("person", person).update();
  }

  private static Map<String, Object> values(Term term, Ledger ledger) {
    return Map.of("release", term.name(), "above", ledger.above(), "size", ledger.below(), "grades", Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new),
        "first", term.first(), "last", term.last(), "before", term.monthBefore(), "year", term.year(), "yearBefore", term.monthBefore().getYear());
  }

  static String statement(String file) {
    try (InputStream in = CellTable.class.getResourceAsStream(file)) {
      if (in == null) throw new IllegalStateException("no " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
