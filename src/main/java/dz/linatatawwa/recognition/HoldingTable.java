package dz.linatatawwa.recognition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds what; what was given and taken. Thousands of people in one statement. */
@Repository
class HoldingTable {

  private final JdbcClient db;

  HoldingTable(JdbcClient db) {
    this.db = db;
  }

  /** A badge in somebody's hands, or once in them.
   *  @param withdrawn whether it was taken back */
  record Row(long badge, long person, int version, int nth, boolean withdrawn) {}

  /** Something that is given or taken. */
  record Change(long badge, int version, long person, int nth, boolean given) {}

  /** From here to the end of the transaction nobody else judges these people; in the order of their numbers, so that two never wait crosswise. */
  void lock(Collection<Long> people) {
    Long[] sorted = people.stream().distinct().sorted().toArray(Long[]::new);
    db.sql("insert into recognition.person (volunteer_id) select p from unnest(cast(:people as bigint[])) p order by p on conflict do nothing").param("people", sorted).update();
    db.sql("select volunteer_id from recognition.person where volunteer_id = any(:people) order by volunteer_id for update").param("people", sorted)
        .query((row, i) -> row.getLong(1)).list();
  }

  List<Row> of(Collection<Long> people) {
    return db.sql("select definition_id, volunteer_id, version, nth, withdrawn_at is not null as gone from recognition.holding where volunteer_id = any(:people)")
        .param("people", people.toArray(Long[]::new))
        .query((row, i) -> new Row(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getBoolean(5))).list();
  }

  /** Of these people, those who are volunteers and have not left. */
  Set<Long> living(Collection<Long> people) {
    return new HashSet<>(db.sql("select id from volunteers.public_volunteer where id = any(:people) and closed_at is null").param("people", people.toArray(Long[]::new))
        .query((row, i) -> row.getLong(1)).list());
  }

  /** Writes what changed, a line of history for each, and a piece of news for each line.
   *  @return the new lines */
  List<Long> apply(List<Change> changes, String reasonTaken, @Nullable String words, boolean quiet, Instant now) {
    if (changes.isEmpty()) return List.of();
    hold(changes.stream().filter(Change::given).toList(), now);
    withdraw(changes.stream().filter(change -> !change.given).toList(), now);
    List<Long> lines = new ArrayList<>();
    for (boolean given : new boolean[] {true, false}) {
      List<Change> some = changes.stream().filter(change -> change.given == given).toList();
      if (some.isEmpty()) continue;
      lines.addAll(columns(db.sql("""
          with line as (
            insert into recognition.line (definition_id, version, volunteer_id, nth, deed, reason, words, at)
            select d, v, p, n, :deed, :reason, :words, :now from unnest(cast(:badges as bigint[]), cast(:versions as integer[]), cast(:people as bigint[]), cast(:nths as integer[])) as c(d, v, p, n)
            returning id)
          insert into recognition.news (line_id, quiet) select id, :quiet from line returning line_id"""), some)
          .param("deed", given ? "given" : "taken").param("reason", given ? "earned" : reasonTaken).param("words", given ? null : words)
          .param("quiet", quiet).param("now", Timestamp.from(now)).query((row, i) -> row.getLong(1)).list());
    }
    return lines;
  }

  private void hold(List<Change> given, Instant now) {
    if (given.isEmpty()) return;
    columns(db.sql("""
        insert into recognition.holding (definition_id, version, volunteer_id, nth, given_at)
        select d, v, p, n, :now from unnest(cast(:badges as bigint[]), cast(:versions as integer[]), cast(:people as bigint[]), cast(:nths as integer[])) as c(d, v, p, n)
        on conflict (volunteer_id, definition_id) do update
        set version = excluded.version, nth = excluded.nth, given_at = excluded.given_at, withdrawn_at = null"""), given).param("now", Timestamp.from(now)).update();
  }

  private void withdraw(List<Change> taken, Instant now) {
    if (taken.isEmpty()) return;
    columns(db.sql("""
        update recognition.holding h set withdrawn_at = :now
        from unnest(cast(:badges as bigint[]), cast(:versions as integer[]), cast(:people as bigint[]), cast(:nths as integer[])) as c(d, v, p, n)
        where h.volunteer_id = c.p and h.definition_id = c.d and h.nth = c.n"""), taken).param("now", Timestamp.from(now)).update();
  }

  private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, List<Change> changes) {
    return statement.param("badges", changes.stream().map(Change::badge).toArray(Long[]::new))
        .param("versions", changes.stream().map(Change::version).toArray(Integer[]::new))
        .param("people", changes.stream().map(Change::person).toArray(Long[]::new)).param("nths", changes.stream().map(Change::nth).toArray(Integer[]::new));
  }

  /** What a person holds, the newest first: badge, version, since, how often. */
  record Mine(long badge, int version, Instant since, int nth) {}

  List<Mine> held(long person) {
    return db.sql("select definition_id, version, given_at, nth from recognition.holding where volunteer_id = :person and withdrawn_at is null order by given_at desc, definition_id")
        .param("person", person).query((row, i) -> new Mine(row.getLong(1), row.getInt(2), row.getTimestamp(3).toInstant(), row.getInt(4))).list();
  }

  /** How many hold each badge now. */
  Map<Long, Long> holders() {
    Map<Long, Long> holders = new HashMap<>();
    db.sql("select definition_id, number from recognition.held_by where number > 0").query(row -> {
      holders.put(row.getLong(1), row.getLong(2));
    });
    return holders;
  }

  long holders(long badge) {
    return db.sql("select coalesce(sum(number), 0) from recognition.held_by where definition_id = :badge").param("badge", badge).query(Long.class).single();
  }

  /** What was noted beside the numbers of holders goes into them; several nodes may do it at once. */
  void sumHolders() {
    db.sql("""
        with noted as (delete from recognition.holders_change returning definition_id, number)
        insert into recognition.holders select definition_id, sum(number)::bigint from noted group by definition_id order by definition_id
        on conflict (definition_id) do update set number = recognition.holders.number + excluded.number""").update();
  }

  /** The keys that each of these people holds. */
  Map<Long, Set<String>> keys(Collection<Long> people) {
    return db.sql("""
        select h.volunteer_id, d.key from recognition.holding h join recognition.definition d on d.id = h.definition_id
        where h.volunteer_id = any(:people) and h.withdrawn_at is null""").param("people", people.toArray(Long[]::new))
        .query((row, i) -> Map.entry(row.getLong(1), row.getString(2))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }
}
