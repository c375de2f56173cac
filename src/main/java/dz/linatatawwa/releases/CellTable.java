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
  void freeze(Quarter quarter, long size) {
    db.sql("insert into releases.release (name, first_day, last_day) values (:name, :first, :last) on conflict do nothing")
        .param("name", quarter.name()).param("first", quarter.first()).param("last", quarter.last()).update();
    for (String file : List.of("FreezePeople.sql", "FreezeOrganizations.sql")) {
      db.sql(statement(file)).params(values(quarter, Ledger.upTo(size))).update();
    }
  }

  /** Every cell with a line behind it, by its key. */
  Map<String, Cell> count(Quarter quarter, Ledger ledger) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (String file : COUNTS) {
      db.sql(statement(file)).params(values(quarter, ledger)).query(row -> {
        cells.put(row.getString("key"), new Cell(row.getString("key"), row.getLong("persons"), row.getLong("givers"), row.getLong("minutes"), row.getLong("median"),
            row.getLong("touched")));
      });
    }
    return cells;
  }

  List<Worked> worked(Quarter quarter, long size) {
    return db.sql(statement("Minutes.sql")).params(values(quarter, Ledger.upTo(size)))
        .query((row, i) -> new Worked(row.getString("field"), row.getString("activity"), row.getString("month"), row.getLong("minutes"))).list();
  }

  /** How many of the people who were counted have left since. */
  long erased(Quarter quarter) {
    return db.sql("select count(*) from releases.person where release = :release and erased").param("release", quarter.name()).query(Long.class).single();
  }

  /** What a person was is forgotten; that their hours counted, stays. */
  void erase(long person) {
    db.sql("""
        update releases.person
        set sex = null, band = null, education = null, status = null, residence = null, first_day = null, erased = true
        where volunteer_id = :person""").param("person", person).update();
  }

  private static Map<String, Object> values(Quarter quarter, Ledger ledger) {
    return Map.of("release", quarter.name(), "above", ledger.above(), "size", ledger.below(), "grades", Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new),
        "first", quarter.first(), "last", quarter.last(), "before", quarter.monthBefore(), "year", quarter.year(), "yearBefore", quarter.monthBefore().getYear());
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
