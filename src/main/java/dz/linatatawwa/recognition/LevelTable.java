package dz.linatatawwa.recognition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many have each level, and how far the counting is. */
@Repository
class LevelTable {

  private final JdbcClient db;

  LevelTable(JdbcClient db) {
    this.db = db;
  }

  /** @param reached the last person that was looked at; null: no walk is under way */
  record Walked(@Nullable Long reached, @Nullable Instant begunAt) {}

  /** Held until the end of this transaction; nothing while another node is at it. */
  Optional<Walked> hold() {
    return db.sql("select reached, begun_at from recognition.level_walk for update skip locked")
        .query((row, i) -> new Walked(row.getObject("reached", Long.class), Optional.ofNullable(row.getTimestamp("begun_at")).map(Timestamp::toInstant).orElse(null))).optional();
  }

  /** Which levels were counted to the end, each in one version. */
  Map<Long, Integer> counted() {
    return versions("where number is not null");
  }

  /** As it was counted last; nothing before a version was. */
  Optional<Holders> of(Badge level) {
    return db.sql("select number, counted_at from recognition.level_count where definition_id = :level and version = :version and number is not null")
        .param("level", level.id()).param("version", level.version()).query((row, i) -> new Holders(row.getLong(1), row.getTimestamp(2).toInstant())).optional();
  }

  void begin(List<Badge> levels, Instant now) {
    db.sql("delete from recognition.level_count where definition_id <> all(:levels)").param("levels", ids(levels)).update();
    db.sql("""
        insert into recognition.level_count (definition_id, version) select * from unnest(cast(:levels as bigint[]), cast(:versions as integer[]))
        on conflict (definition_id) do update set fitting = 0, version = excluded.version,
          number = case when recognition.level_count.version = excluded.version then recognition.level_count.number end,
          counted_at = case when recognition.level_count.version = excluded.version then recognition.level_count.counted_at end""")
        .param("levels", ids(levels)).param("versions", levels.stream().map(Badge::version).toArray(Integer[]::new)).update();
    db.sql("update recognition.level_walk set reached = 0, begun_at = :now").param("now", Timestamp.from(now)).update();
  }

  /** @param here whether they have not left */
  record Person(long id, boolean here) {}

  /** By number. The next ones are found before anything is asked of their accounts: together the planner reads all accounts before them. */
  List<Person> people(long after, int most) {
    return db.sql("""
        with following as materialized (select account_id as id from volunteers.volunteer where account_id > :after order by account_id limit :most)
        select s.id, p.closed_at is null as here from following s join volunteers.public_volunteer p on p.id = s.id order by s.id""").param("after", after).param("most", most)
        .query((row, i) -> new Person(row.getLong("id"), row.getBoolean("here"))).list();
  }

  /** The levels that the walk under way counts, each in one version. */
  Map<Long, Integer> under() {
    return versions("");
  }

  private Map<Long, Integer> versions(String where) {
    Map<Long, Integer> versions = new HashMap<>();
    db.sql("select definition_id, version from recognition.level_count " + where).query(row -> {
      versions.put(row.getLong(1), row.getInt(2));
    });
    return versions;
  }

  void add(List<Badge> levels, List<Integer> fitting, long reached) {
    db.sql("update recognition.level_count c set fitting = c.fitting + n.more from unnest(cast(:levels as bigint[]), cast(:more as integer[])) as n (id, more) where c.definition_id = n.id")
        .param("levels", ids(levels)).param("more", fitting.toArray(Integer[]::new)).update();
    db.sql("update recognition.level_walk set reached = :reached").param("reached", reached).update();
  }

  /** As if nobody had been counted yet. */
  void forget() {
    db.sql("delete from recognition.level_count").update();
    db.sql("update recognition.level_walk set reached = null, begun_at = null").update();
  }

  void end(Instant now) {
    db.sql("update recognition.level_count set number = fitting, counted_at = :now").param("now", Timestamp.from(now)).update();
    db.sql("update recognition.level_walk set reached = null").update();
  }

  private static Long[] ids(List<Badge> levels) {
    return levels.stream().map(Badge::id).toArray(Long[]::new);
  }
}
