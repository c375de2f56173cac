package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Territory;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of pairs that may be one. */
@Repository
class PairTable {

  static final int MOST_EACH = 5;
  private static final int PAGE = 50;

  private final JdbcClient db;

  PairTable(JdbcClient db) {
    this.db = db;
  }

  /** Published operations that an index finds beside one that may not be published itself. */
  List<OperationId> near(Operation operation) {
    Told told = operation.told();
    long[] keys = TwinKeys.around(told.title(), told.wilaya() == null ? null : told.wilaya().value(), told.when(), operation.body(Language.AR));
    return db.sql("""
        select l.operation_id from archive.listing l
        where l.twins && cast(:keys as bigint[]) and l.operation_id <> :id and l.first_day <= :to and l.last_day >= :from
        limit 50
        """).param("keys", Arrays.stream(keys).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"))).param("id", operation.id().value())
        .param("from", told.when().first().minusDays(7)).param("to", told.when().last().plusDays(7)).query(Long.class).list().stream().map(OperationId::new).toList();
  }

  /** Two numbers of listed operations. */
  record Two(long one, long other) {}

  /** What an index finds beside each of these listed operations, at most five each. */
  List<Two> near(Collection<Long> listed) {
    return db.sql("""
        select n.operation_id, c.operation_id as other
        from archive.listing n
        cross join lateral (
          select l.operation_id from archive.listing l
          where l.twins && n.twins and l.operation_id <> n.operation_id and l.first_day <= n.last_day + 7 and l.last_day >= n.first_day - 7
          limit %d) c
        where n.operation_id = any(:ids)
        """.formatted(MOST_EACH)).param("ids", listed.toArray(Long[]::new)).query((row, n) -> new Two(row.getLong("operation_id"), row.getLong("other"))).list();
  }

  /** Proposes a pair, once: one that was decided is not asked again. */
  void propose(OperationId one, OperationId other, int score, Instant now) {
    db.sql("insert into archive.pair (a, b, score, found_at) values (:a, :b, :score, :now) on conflict (a, b) do nothing")
        .param("a", Math.min(one.value(), other.value())).param("b", Math.max(one.value(), other.value())).param("score", score)
        .param("now", OperationTable.at(now)).update();
  }

  Optional<Pair> find(OperationId one, OperationId other) {
    return db.sql("select a, b, score, state, before::text as before from archive.pair where a = :a and b = :b")
        .param("a", Math.min(one.value(), other.value())).param("b", Math.max(one.value(), other.value())).query((row, n) -> new Pair(new OperationId(row.getLong("a")),
            new OperationId(row.getLong("b")), row.getInt("score"), row.getString("state"), row.getString("before"))).optional();
  }

  /** Open pairs of two that are published, where a supervisor looks after the place of either; the likest first. */
  List<Pair> open(Territory territory) {
    return db.sql("""
        select p.a, p.b, p.score, p.state, null::text as before
        from archive.pair p
        join archive.operation x on x.id = p.a
        join archive.operation y on y.id = p.b
        where p.state = 'open' and x.state = 'published' and y.state = 'published' and (:nation or x.wilaya_code = any(:wilayas) or y.wilaya_code = any(:wilayas))
        order by p.score desc, p.a, p.b
        limit %d
        """.formatted(PAGE)).param("nation", territory.nation()).param("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new))
        .query((row, n) -> new Pair(new OperationId(row.getLong("a")), new OperationId(row.getLong("b")), row.getInt("score"), row.getString("state"),
            row.getString("before"))).list();
  }

  /** Of one operation, open. */
  List<OperationId> openOf(OperationId id) {
    return db.sql("""
        select b as other from archive.pair where a = :id and state = 'open' union all select a from archive.pair where b = :id and state = 'open' limit 20
        """).param("id", id.value()).query(Long.class).list().stream().map(OperationId::new).toList();
  }

  /** @param state merged, different or open (again)
   *  @param before how the one that stays was; null unless merged */
  void decide(Pair pair, String state, @Nullable AccountId by, @Nullable String before, Instant now) {
    boolean open = state.equals("open");
    db.sql("""
        update archive.pair set state = :state, decided_at = :now, decided_by = :by, before = cast(:before as jsonb) where a = :a and b = :b
        """).param("state", state).param("now", open ? null : OperationTable.at(now), Types.TIMESTAMP_WITH_TIMEZONE).param("by", by == null ? null : by.value(), Types.BIGINT)
        .param("before", before, Types.VARCHAR).param("a", pair.a().value()).param("b", pair.b().value()).update();
  }

  /** The last merging into an operation that can be taken back. */
  Optional<Pair> mergedInto(OperationId gone, OperationId stays) {
    return find(gone, stays).filter(pair -> pair.state().equals("merged"));
  }

  void left(AccountId person) {
    db.sql("update archive.pair set decided_by = null where decided_by = :person").param("person", person.value()).update();
    db.sql("update archive.batch set decided_by = null where decided_by = :person").param("person", person.value()).update();
  }

  void forget(Collection<Long> operations) {
    db.sql("delete from archive.pair where a = any(:ids) or b = any(:ids)").param("ids", operations.toArray(Long[]::new)).update();
  }
}
