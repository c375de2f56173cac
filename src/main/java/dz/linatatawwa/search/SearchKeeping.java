package dz.linatatawwa.search;

import dz.linatatawwa.site.Findable;
import dz.linatatawwa.site.FindableChanged;
import dz.linatatawwa.site.FindableThings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what can be found true: reads what was heard to have changed, asks its room how it stands, and writes that down.
 *
 * <p>Whoever takes notes away holds one lock for all nodes until they are committed, and reads the thing in a statement after the one that took them: what another
 * transaction commits later has a note of its own, which whoever holds the lock next takes. So the last to write always read last. */
@Service
public class SearchKeeping {

  private static final int PORTION = 500;
  private static final long LOCK = 7_305_116_640L;

  private record Heard(String kind, long id) {}

  private final JdbcClient db;
  private final FindableTable table;
  private final ObjectProvider<FindableThings> rooms;
  private final TransactionTemplate together;
  private final Clock clock;

  SearchKeeping(JdbcClient db, FindableTable table, ObjectProvider<FindableThings> rooms, PlatformTransactionManager transactions, Clock clock) {
    this.db = db;
    this.table = table;
    this.rooms = rooms;
    this.together = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Notes that something may have changed; with the transaction in which it does. */
  @EventListener
  void on(FindableChanged changed) {
    hear(changed.kind(), List.of(changed.id()));
  }

  /** Brings on whatever was heard until now, portion by portion; nothing when another node is at it.
   *  @return how many rows were not as they should be */
  public int bringOn() {
    int changed = 0;
    for (OptionalInt portion = portion(); portion.isPresent(); portion = portion()) changed += portion.getAsInt();
    return changed;
  }

  /** Nothing when nothing was heard, or when another node is at it. */
  private OptionalInt portion() {
    return Objects.requireNonNull(together.execute(status -> {
      if (!db.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single()) return OptionalInt.empty();
      List<Heard> heard = db.sql("delete from search.heard where no in (select no from search.heard order by no limit :most) returning kind, id").param("most", PORTION)
          .query((row, n) -> new Heard(row.getString("kind"), row.getLong("id"))).list();
      return heard.isEmpty() ? OptionalInt.empty() : OptionalInt.of(write(heard));
    }));
  }

  private int write(List<Heard> heard) {
    Map<String, TreeSet<Long>> byKind = new TreeMap<>();
    heard.forEach(one -> byKind.computeIfAbsent(one.kind(), kind -> new TreeSet<>()).add(one.id()));
    int changed = 0;
    for (FindableThings room : rooms()) {
      Collection<Long> ids = byKind.get(room.kind());
      if (ids != null) changed += table.write(room.kind(), ids, room.read(ids), clock.instant());
    }
    return changed;
  }

  /** What time alone changes is looked at again. */
  void lookAtRestless() {
    for (FindableThings room : rooms()) hear(room.kind(), room.restless());
  }

  private void hear(String kind, Collection<Long> ids) {
    if (ids.isEmpty()) return;
    db.sql("insert into search.heard (kind, id) select :kind, unnest(:ids::bigint[])").param("kind", kind).param("ids", ids.toArray(Long[]::new)).update();
  }

  /** Everything is looked at again, in portions: what the rooms show, and what is written here and they may no longer show. Searches go on meanwhile.
   *  @return how many rows were not as they should be */
  public int rebuild() {
    int changed = bringOn();
    for (FindableThings room : rooms()) {
      all(room).forEach(ids -> hear(room.kind(), ids));
      hear(room.kind(), db.sql("select id from search.findable where kind = :kind").param("kind", room.kind()).query((row, n) -> row.getLong(1)).list());
      changed += bringOn();
    }
    table.forgetWords();
    return changed;
  }

  private static List<List<Long>> all(FindableThings room) {
    List<List<Long>> portions = new ArrayList<>();
    for (List<Long> ids = room.after(0, PORTION); !ids.isEmpty(); ids = room.after(ids.getLast(), PORTION)) portions.add(ids);
    return portions;
  }

  /** Words of what was taken back are forgotten. */
  void sweep() {
    table.forgetWords();
  }

  /** The kinds that there are. */
  public List<String> kinds() {
    return rooms().stream().map(FindableThings::kind).toList();
  }

  private List<FindableThings> rooms() {
    return rooms.orderedStream().toList();
  }
}
