package dz.linatatawwa.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads whoever counts through all lines of a scope, as they are in one snapshot of the database: slices and what they do not hold yet; where there are no
 *  slices, the ledger itself. What is in memory at once is one part of the persons, whatever the ledger holds. */
@Repository
class LedgerReading {

  /** The lines of so many people are read faster from the ledger than from the slices of the nation. */
  private static final int FEW_PEOPLE = 1_000;

  private static final String SITUATION = """
      select
        exists (select from figures.to_make m left join figures.state s on s.year = m.year where s.year is null and m.year between :first and :last)
        or exists (select from figures.state s where s.year between :first and :last and pg_snapshot_xmax(s.seen) > pg_snapshot_xmax(pg_current_snapshot())),
        exists (select from figures.turned), pg_is_in_recovery()
      """;

  /** Rows that say only what is known of a person have no day. */
  private static final String FRESH = """
      select %1$s from figures.fresh_row r where r.year between %2$d and %3$d and %4$s
      union all
      select distinct p.volunteer_id, null::date, null::integer, null, null, null, null, null, null, null::bigint, null::bigint,
        v.birth_year, v.sex, v.audience, v.education, v.wilaya_code::text
      from figures.changed_person p join volunteers.statistical v on v.id = p.volunteer_id
      """;
  private static final String TURNED = "union all select %1$s from figures.turned_row r where r.year between %2$d and %3$d and %4$s";
  private static final String SLICES = """
      select s.part, s.year, s.data from figures.slice s where s.kind = %d and s.scope in (%s) and s.year between %d and %d%s order by s.part
      """;
  private static final String LEDGER = "select %s from figures.row r where %s and r.day between '%s' and '%s' order by 1, 2";

  private final JdbcClient db;
  private final DataSource database;
  private final TransactionTemplate alone;
  private final Semaphore hands = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  /** Not virtual ones: those pay for each piece that a connection brings by being parked and woken, and counting would keep others from their few carriers. */
  private final Executor threads = deed -> Thread.ofPlatform().daemon().name("figures-hand").start(deed);

  LedgerReading(JdbcClient db, DataSource database, PlatformTransactionManager transactions) {
    this.db = db;
    this.database = database;
    alone = new TransactionTemplate(transactions);
    alone.setReadOnly(true);
    alone.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** @param counter makes somebody who counts; several may share the work
   *  @param join    has the first take over what the second has counted */
  <V extends Walk.Visitor> V all(Scope scope, Period period, Function<Counters, V> counter, BiConsumer<V, V> join) {
    boolean writing = TransactionSynchronizationManager.isActualTransactionActive() && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    // whoever asks amid their own writing finds what they wrote: one statement of theirs sees it
    if (writing) return onConnection(connection -> ledger(connection, where(scope), period, counter));
    V found = alone.execute(status -> onConnection(connection -> read(connection, where(scope), period, counter, join)));
    return java.util.Objects.requireNonNull(found);
  }

  /** What somebody who counts needs to know. */
  record Counters(Kind kind, Sorts sorts, @Nullable People people) {}

  /** @param follower no other connection need be to the same server, so none sees the same snapshot */
  private record Situation(boolean unmade, boolean turned, boolean follower) {}

  private <V extends Walk.Visitor> V read(Connection connection, Where where, Period period, Function<Counters, V> counter, BiConsumer<V, V> join) throws SQLException {
    int first = period.from().getYear();
    int last = period.to().getYear();
    Situation now = db.sql(SITUATION).param("first", first).param("last", last).query((row, i) -> new Situation(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3))).single();
    boolean few = where.people().filter(people -> people.size() <= FEW_PEOPLE).isPresent();
    if (now.unmade || few) return ledger(connection, where, period, counter);
    Sorts sorts = Sorts.read(db);
    Map<Integer, List<Section>> fresh = fresh(connection, where, first, last, now.turned, sorts);
    Counters counters = new Counters(where.kind(), sorts, where.people().orElse(null));
    boolean shared = !now.follower && (where.kind() == Kind.NATION || where.kind() == Kind.WILAYA) && hands.tryAcquire();
    if (!shared) return slices(connection, where, first, last, "", fresh, counter.apply(counters));
    try {
      return together(connection, where, first, last, fresh, counter, counters, join);
    } finally {
      hands.release();
    }
  }

  /** Half of the parts on this connection, the other half on another that sees the same snapshot. */
  private <V extends Walk.Visitor> V together(Connection connection, Where where, int first, int last, Map<Integer, List<Section>> fresh,
      Function<Counters, V> counter, Counters counters, BiConsumer<V, V> join) throws SQLException {
    String snapshot = db.sql("select pg_export_snapshot()").query(String.class).single();
    Map<Integer, List<Section>> odd = new TreeMap<>(fresh);
    odd.keySet().removeIf(part -> part % 2 == 0);
    fresh.keySet().removeIf(part -> part % 2 == 1);
    CompletableFuture<V> mine = half(() -> slices(connection, where, first, last, " and s.part % 2 = 0", fresh, counter.apply(counters)));
    CompletableFuture<V> other = half(() -> {
      try (Connection second = database.getConnection()) {
        second.setAutoCommit(false);
        try (Statement begin = second.createStatement()) {
          begin.execute("set transaction isolation level repeatable read, read only; set transaction snapshot '" + snapshot + "'");
          return slices(second, where, first, last, " and s.part % 2 = 1", odd, counter.apply(counters));
        } finally {
          second.rollback();
        }
      }
    });
    try {
      V counted = mine.get();
      join.accept(counted, other.get());
      return counted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("half of the slices was not counted", e.getCause());
    } finally {
      // nobody reads on in a snapshot that is over
      mine.exceptionally(failed -> null).join();
      other.exceptionally(failed -> null).join();
    }
  }

  private interface Half<V> {
    V count() throws SQLException;
  }

  private <V> CompletableFuture<V> half(Half<V> half) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return half.count();
      } catch (SQLException e) {
        throw new IllegalStateException("half of the slices cannot be read", e);
      }
    }, threads);
  }

  private Map<Integer, List<Section>> fresh(Connection connection, Where where, int first, int last, boolean turned, Sorts sorts) throws SQLException {
    String query = (turned ? FRESH + TURNED : FRESH).formatted(Slicer.COLUMNS, first, last, where.rows());
    try (CopyRows rows = new CopyRows(connection, query + " order by 1, 2")) {
      return sections(new Slicer(where.kind(), sorts).all(rows));
    }
  }

  private static Map<Integer, List<Section>> sections(Slicer slicer) {
    Map<Integer, List<Section>> sections = new TreeMap<>();
    slicer.slices().forEach((key, packer) -> sections.computeIfAbsent(key.part(), any -> new ArrayList<>()).add(packer.section(key.year())));
    return sections;
  }

  private <V extends Walk.Visitor> V slices(Connection connection, Where where, int first, int last, String half, Map<Integer, List<Section>> fresh, V counter)
      throws SQLException {
    String parts = where.people().map(people -> " and s.part in (" + people.parts() + ")").orElse("");
    try (CopyRows rows = new CopyRows(connection, SLICES.formatted(where.kind().number(), where.scopes(), first, last, half + parts))) {
      int part = -1;
      List<Section> sections = new ArrayList<>();
      while (rows.next()) {
        if (rows.intAt(0) != part) {
          walk(where.kind(), part, sections, fresh, counter);
          part = rows.intAt(0);
        }
        sections.add(new Section(rows.bytes(), rows.from(2), rows.to(2), rows.intAt(1), false));
      }
      walk(where.kind(), part, sections, fresh, counter);
    }
    for (int left : List.copyOf(fresh.keySet())) walk(where.kind(), left, new ArrayList<>(), fresh, counter);
    return counter;
  }

  private static void walk(Kind kind, int part, List<Section> sections, Map<Integer, List<Section>> fresh, Walk.Visitor counter) {
    List<Section> more = fresh.remove(part);
    if (more != null) sections.addAll(more);
    if (!sections.isEmpty()) Walk.through(kind.first(part), sections, counter);
    sections.clear();
  }

  private <V extends Walk.Visitor> V ledger(Connection connection, Where where, Period period, Function<Counters, V> counter) throws SQLException {
    Sorts sorts = Sorts.read(db);
    V counting = counter.apply(new Counters(where.kind(), sorts, where.people().orElse(null)));
    Slicer slicer = new Slicer(where.kind(), sorts);
    try (CopyRows rows = new CopyRows(connection, LEDGER.formatted(Slicer.COLUMNS, where.rows(), period.from(), period.to()))) {
      int part = -1;
      while (rows.next()) {
        int next = where.kind().part(rows.longAt(0));
        if (next != part) walk(where.kind(), part, slicer, counting);
        part = next;
        slicer.add(rows);
      }
      walk(where.kind(), part, slicer, counting);
    }
    return counting;
  }

  private static void walk(Kind kind, int part, Slicer slicer, Walk.Visitor counter) {
    slicer.end();
    sections(slicer).values().forEach(sections -> Walk.through(kind.first(part), sections, counter));
    slicer.slices().clear();
  }

  private Where where(Scope scope) {
    return Where.of(scope, wilaya -> db.sql("""
        select code from places.wilaya
        where case cast(:division as integer) when 69 then code when 58 then code_58 else code_48 end = :code order by code
        """).param("division", wilaya.division().wilayas()).param("code", wilaya.code().value()).query(String.class).list());
  }

  private interface Deed<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T onConnection(Deed<T> deed) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      return deed.with(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the figures cannot be read", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }
}
