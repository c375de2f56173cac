package dz.linatatawwa.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the slices: brings them on by what is fresh, makes a year anew from the ledger, compares them with it. One process at a time, whichever node; each deed is
 *  one transaction, so that a question sees all of it or nothing. */
@Component
class Keeping {

  /** More fresh lines of one year are not folded in: the year is made anew. */
  static final int MANY = 50_000;

  private static final Set<Kind> KINDS = EnumSet.allOf(Kind.class);
  private static final String UNMADE = "select m.year from figures.to_make m left join figures.state s on s.year = m.year where s.year is null";
  private static final String FRESH = "select %s from figures.fresh_row r where r.year not in (" + UNMADE + ") union all select %s from figures.turned_row r%s order by 1, 2";
  private static final String CHANGED = "select %s from figures.row r where r.volunteer_id in (select volunteer_id from figures.changed_person) order by 1, 2";
  private static final String YEAR = "select %1$s from figures.row r where r.day between '%2$d-01-01' and '%2$d-12-31' order by 1";

  private final JdbcClient db;
  private final DataSource database;
  private final TransactionTemplate whole;

  Keeping(JdbcClient db, DataSource database, PlatformTransactionManager transactions) {
    this.db = db;
    this.database = database;
    whole = new TransactionTemplate(transactions);
    whole.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** How many lines and changes wait, and for how many seconds the oldest of them.
   *  @param turned how many of them are bodies or opportunities whose lines now belong elsewhere: each question has to look at all their lines */
  record Waiting(long rows, long seconds, long turned) {}

  Waiting waiting() {
    return db.sql("""
        select count(*), coalesce(extract(epoch from now() - min(at)), 0)::bigint, (select count(*) from figures.turned)
        from (select at from figures.fresh union all select at from figures.changed_person union all select at from figures.turned) w
        """).query((row, i) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3))).single();
  }

  /** Years that must be made anew join the others: those with too much that is fresh, and those of another cluster, from which this database was copied. */
  void look() {
    alone(connection -> {
      db.sql("""
          insert into figures.to_make (year)
          select year from figures.fresh group by year having count(*) > :many
          union select year from figures.state where pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot())
          on conflict do nothing""").param("many", MANY).update();
      db.sql("delete from figures.state where pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot())").update();
      return 0L;
    });
  }

  /** The earliest year that is to be made. */
  OptionalInt next() {
    return db.sql("select min(year) from figures.to_make").query((row, i) -> row.getObject(1) == null ? OptionalInt.empty() : OptionalInt.of(row.getInt(1))).single();
  }

  /** From now on every year of the ledger is to be made anew; nothing is changed where that was asked for already and is not finished.
   *  @return whether it was new */
  boolean askForAll() {
    if (db.sql("select exists (select from figures.to_make)").query(Boolean.class).single()) return false;
    db.sql("""
        insert into figures.to_make (year)
        select distinct extract(year from day)::smallint from hours.line union select year from figures.state on conflict do nothing""").update();
    return true;
  }

  List<Integer> toMake() {
    return db.sql("select year from figures.to_make order by year").query((row, i) -> row.getInt(1)).list();
  }

  List<Integer> made() {
    return db.sql("select year from figures.state order by year").query((row, i) -> row.getInt(1)).list();
  }

  /** Makes the slices of a year anew.
   *  @return its lines; nothing when another process keeps the slices just now */
  OptionalLong make(int year) {
    return alone(connection -> {
      db.sql("set local work_mem = '192MB'").update();
      Sorts sorts = Sorts.read(db);
      db.sql("delete from figures.slice where year = :year").param("year", year).update();
      long lines = cut(connection, year, sorts, connection);
      sorts.keep(db);
      db.sql("""
          insert into figures.state (year, seen) values (:year, pg_current_snapshot())
          on conflict (year) do update set seen = excluded.seen, written = state.written + 1""").param("year", year).update();
      sweep();
      db.sql("delete from figures.to_make where year = :year").param("year", year).update();
      return lines;
    });
  }

  private long cut(Connection connection, int year, Sorts sorts, Connection to) throws SQLException, IOException {
    try (Spill spill = new Spill()) {
      Slicer slicer = new Slicer(KINDS, sorts, spill);
      try (CopyRows rows = new CopyRows(connection, YEAR.formatted(Slicer.COLUMNS, year))) {
        slicer.all(rows);
      }
      try (Store.Stream stream = new Store.Stream(to)) {
        spill.each((key, data) -> {
          if (data.length > Packed.END) stream.put(key, data);
        });
        stream.end();
      }
      return slicer.rows();
    }
  }

  private void sweep() {
    db.sql("delete from figures.fresh f using figures.state s where s.year = f.year and pg_visible_in_snapshot(f.xact, s.seen)").update();
  }

  /** Brings the slices on by all that is fresh.
   *  @return how many slices were written; nothing when another process keeps them just now */
  OptionalLong fold() {
    return alone(connection -> {
      Sorts sorts = Sorts.read(db);
      Map<SliceKey, List<Section>> news = news(connection, sorts, "");
      try (Store store = new Store(connection)) {
        for (Map.Entry<SliceKey, List<Section>> one : news.entrySet()) store.put(one.getKey(), merged(store, one.getKey(), one.getValue()));
      }
      sorts.keep(db);
      db.sql("""
          insert into figures.state (year, seen)
          select year, pg_current_snapshot() from (select year from figures.fresh where year not in (%s) union select year from figures.state) y
          on conflict (year) do update set seen = excluded.seen""".formatted(UNMADE)).update();
      db.sql("update figures.state set written = written + 1 where year = any(:years)")
          .param("years", news.keySet().stream().map(SliceKey::year).distinct().toArray(Integer[]::new)).update();
      sweep();
      db.sql("delete from figures.changed_person").update();
      db.sql("delete from figures.turned").update();
      return (long) news.size();
    });
  }

  /** What the slices do not hold yet, slice by slice. */
  private Map<SliceKey, List<Section>> news(Connection connection, Sorts sorts, String condition) throws SQLException {
    Map<SliceKey, List<Section>> news = new HashMap<>();
    try (CopyRows rows = new CopyRows(connection, FRESH.formatted(Slicer.COLUMNS, Slicer.COLUMNS, condition))) {
      new Slicer(KINDS, sorts, Slicer.HELD).all(rows).slices().forEach((key, packer) -> put(news, key, packer));
    }
    try (CopyRows rows = new CopyRows(connection, CHANGED.formatted(Slicer.COLUMNS))) {
      new Slicer(KINDS, sorts, Slicer.HELD).all(rows).slices().forEach((key, packer) -> put(news, key, bare(key, packer)));
    }
    return news;
  }

  private static void put(Map<SliceKey, List<Section>> news, SliceKey key, Packer packer) {
    news.computeIfAbsent(key, any -> new ArrayList<>()).add(packer.section(key.year()));
  }

  /** What is known of the persons, without their lines: the slice has those. */
  private static Packer bare(SliceKey key, Packer packer) {
    Packer bare = new Packer();
    for (Section section = packer.section(key.year()); section.person != Section.NONE; section.advance()) bare.end(section.person, section.facts, true);
    return bare;
  }

  private static Packer merged(Store store, SliceKey key, List<Section> news) throws SQLException {
    List<Section> sections = new ArrayList<>();
    store.find(key).ifPresent(sections::add);
    sections.addAll(news);
    Packer merged = new Packer();
    Walk.through(0, sections, new Walk.Visitor() {
      private int person;
      private int facts;

      @Override
      public boolean begin(long number, int factsOfPerson) {
        person = (int) number;
        facts = factsOfPerson;
        return true;
      }

      @Override
      public void lines(Section section, int at, int count) {
        for (int i = 0; i < count; i++) merged.line(Packed.lineAt(section.data, at + i * Packed.LINE));
      }

      @Override
      public void end() {
        merged.end(person, facts, false);
      }
    });
    return merged;
  }

  /** Slices of a year that do not say what the ledger says; all of them and the fresh lines are compared with it in one snapshot. */
  List<SliceKey> wrong(int year) {
    List<SliceKey> wrong = new ArrayList<>();
    whole.executeWithoutResult(status -> on(connection -> {
      db.sql("set local work_mem = '192MB'").update();
      Sorts sorts = Sorts.read(db);
      Map<SliceKey, List<Section>> news = news(connection, sorts, " where r.year = " + year);
      Set<SliceKey> others = kept(year);
      news.keySet().stream().filter(key -> key.year() == year).forEach(others::add);
      try (Spill spill = new Spill(); Store store = new Store(connection)) {
        Slicer slicer = new Slicer(KINDS, sorts, spill);
        try (CopyRows rows = new CopyRows(connection, YEAR.formatted(Slicer.COLUMNS, year))) {
          slicer.all(rows);
        }
        spill.each((key, data) -> {
          byte[] kept = merged(store, key, news.getOrDefault(key, List.of())).data();
          if (!java.util.Arrays.equals(kept, data)) wrong.add(key);
          others.remove(key);
        });
        for (SliceKey other : others) if (!merged(store, other, news.getOrDefault(other, List.of())).isEmpty()) wrong.add(other);
      }
      return 0L;
    }));
    return wrong;
  }

  private Set<SliceKey> kept(int year) {
    return new HashSet<>(db.sql("select kind, scope, part, year from figures.slice where year = :year").param("year", year)
        .query((row, i) -> new SliceKey(Kind.of(row.getInt(1)), row.getLong(2), row.getInt(3), row.getInt(4))).list());
  }

  private interface Deed {
    long with(Connection connection) throws SQLException, IOException;
  }

  private OptionalLong alone(Deed deed) {
    try {
      OptionalLong done = whole.execute(status -> db.sql("select pg_try_advisory_xact_lock(hashtext('figures.slices'))").query(Boolean.class).single()
          ? OptionalLong.of(on(deed)) : OptionalLong.empty());
      return java.util.Objects.requireNonNull(done);
    } catch (ConcurrencyFailureException | DuplicateKeyException other) {
      // somebody else was done between our first look and the lock: what we saw is old
      return OptionalLong.empty();
    }
  }

  private long on(Deed deed) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      return deed.with(connection);
    } catch (SQLException e) {
      throw java.util.Objects.requireNonNullElseGet(new SQLExceptionSubclassTranslator().translate("slices", null, e),
          () -> new org.springframework.jdbc.UncategorizedSQLException("slices", null, e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
