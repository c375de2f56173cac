package dz.linatatawwa.opportunities;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the listing for a copy of it: all of it once, then what changed since. */
@Repository
class ListingFeed {

  /** What changed between two snapshots.
   *  @param seen the later one */
  record Changes(String seen, List<Long> gone, List<ListingRow> rows) {}

  private static final int FETCHED = 500;

  private final JdbcTemplate db;
  private final JdbcTemplate whole;
  private final TransactionTemplate oneSnapshot;

  ListingFeed(JdbcTemplate db, PlatformTransactionManager transactions) {
    this.db = db;
    whole = new JdbcTemplate(Objects.requireNonNull(db.getDataSource()));
    whole.setFetchSize(FETCHED);
    oneSnapshot = new TransactionTemplate(transactions);
    oneSnapshot.setReadOnly(true);
    oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Everything, as one snapshot shows it; null when there is more than that.
   *  @param most rows */
  @Nullable ListingCopy all(int most) {
    return oneSnapshot.execute(status -> {
      String seen = now();
      if (Objects.requireNonNull(db.queryForObject("select count(*) from opportunities.listing", Long.class)) > most) return null;
      ListingColumns columns = new ListingColumns();
      whole.query("select " + ListingRow.COLUMNS + " from opportunities.listing l order by l.opportunity_id", row -> { columns.put(ListingRow.of(row)); });
      columns.trim();
      return new ListingCopy(columns, seen);
    });
  }

  /** What changed after a snapshot; null when there is more than that, or when it is no longer known. */
  @Nullable Changes since(String seen, int most) {
    List<Long> gone = new ArrayList<>();
    List<ListingRow> rows = new ArrayList<>();
    List<String> now = db.query("""
        select seen.now, changed.id as changed, %s
        from (select pg_current_snapshot()::text as now) seen
        left join (select distinct id from opportunities.listings_changed_since(?::pg_snapshot) id order by id limit %d) changed on true
        left join opportunities.listing l on l.opportunity_id = changed.id
        """.formatted(ListingRow.COLUMNS, most + 1), (row, n) -> {
          if (row.getString("field_code") != null) rows.add(ListingRow.of(row));
          else if (row.getObject("changed") != null) gone.add(row.getLong("changed"));
          return row.getString("now");
        }, seen);
    return gone.contains(0L) || now.size() > most ? null : new Changes(now.getFirst(), gone, rows);
  }

  String now() {
    return Objects.requireNonNull(db.queryForObject("select pg_current_snapshot()::text", String.class));
  }

  /** @param seen nobody asks any more what changed before it */
  void sweep(String seen) {
    db.query("select opportunities.sweep_listing_changes(?::pg_snapshot)", row -> {}, seen);
  }
}
