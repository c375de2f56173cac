package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of teams and of who belongs to them. */
@Repository
class TeamTable {

  private static final String SELECT = """
      select t.id, t.name, t.captain_id, t.second_id,
             (select count(*)::int from teams.member m where m.team_id = t.id and m.left_at is null and m.accepted_at is not null) as members,
             (select count(*)::int from teams.member m where m.team_id = t.id and m.left_at is null and m.accepted_at is null) as asking
      from teams.team t
      """;

  /** One membership. */
  record Row(long id, AccountId person, boolean accepted, Instant askedAt) {}

  private final JdbcClient db;

  TeamTable(JdbcClient db) {
    this.db = db;
  }

  long make(String name, AccountId captain, Instant now) {
    long id = db.sql("insert into teams.team (name, captain_id, made_at) values (:name, :captain, :now) returning id").param("name", name)
        .param("captain", captain.value()).param("now", Sql.at(now)).query(Long.class).single();
    ask(id, captain, now);
    accept(id, captain, now);
    return id;
  }

  Optional<Team> find(long id) {
    return db.sql(SELECT + "where t.id = :id and t.dissolved_at is null").param("id", id).query(TeamTable::team).optional();
  }

  /** Holds the team for the rest of the transaction. */
  Optional<Team> lock(long id) {
    db.sql("select id from teams.team where id = :id for no key update").param("id", id).query(Long.class).optional();
    return find(id);
  }

  /** Teams of somebody, also those that they have asked to join; by name. */
  List<Team> of(AccountId person) {
    return db.sql(SELECT + """
        where t.dissolved_at is null and exists (select from teams.member m where m.team_id = t.id and m.person_id = :person and m.left_at is null)
        order by t.name, t.id limit 100
        """).param("person", person.value()).query(TeamTable::team).list();
  }

  /** The numbers of those teams whose captain has taken somebody in. */
  Set<Long> joined(AccountId person) {
    return Set.copyOf(db.sql("select m.team_id from teams.member m where m.person_id = :person and m.accepted_at is not null and m.left_at is null").param("person", person.value()).query(Long.class).list());
  }

  /** Teams that somebody leads, as one of two or alone. */
  List<Team> led(AccountId person) {
    return db.sql(SELECT + "where t.dissolved_at is null and (t.captain_id = :person or t.second_id = :person) order by t.id").param("person", person.value())
        .query(TeamTable::team).list();
  }

  int ledBy(AccountId person) {
    return db.sql("select count(*) from teams.team where captain_id = :person and dissolved_at is null").param("person", person.value()).query(Integer.class).single();
  }

  /** Everybody of a team, in the order in which they came; a team has at most {@link Teams#MOST}, and as many may ask. */
  List<Row> members(long team) {
    return db.sql("""
        select m.id, m.person_id, m.accepted_at is not null as accepted, m.asked_at
        from teams.member m join volunteers.public_volunteer v on v.id = m.person_id
        where m.team_id = :team and m.left_at is null and v.closed_at is null order by m.accepted_at nulls last, m.id
        """).param("team", team)
        .query((row, number) -> new Row(row.getLong("id"), new AccountId(row.getLong("person_id")), row.getBoolean("accepted"), row.getTimestamp("asked_at").toInstant())).list();
  }

  /** @return false where they asked before */
  boolean ask(long team, AccountId person, Instant now) {
    return db.sql("insert into teams.member (team_id, person_id, asked_at) values (:team, :person, :now) on conflict do nothing").param("team", team)
        .param("person", person.value()).param("now", Sql.at(now)).update() == 1;
  }

  boolean accept(long team, AccountId person, Instant now) {
    return db.sql("update teams.member set accepted_at = :now where team_id = :team and person_id = :person and left_at is null and accepted_at is null")
        .param("team", team).param("person", person.value()).param("now", Sql.at(now)).update() == 1;
  }

  boolean leave(long team, AccountId person, Instant now) {
    db.sql("update teams.team set second_id = null where id = :team and second_id = :person").param("team", team).param("person", person.value()).update();
    return db.sql("update teams.member set left_at = :now where team_id = :team and person_id = :person and left_at is null").param("team", team)
        .param("person", person.value()).param("now", Sql.at(now)).update() == 1;
  }

  void captains(long team, AccountId captain, @Nullable AccountId second) {
    db.sql("update teams.team set captain_id = :captain, second_id = :second where id = :team").param("team", team).param("captain", captain.value())
        .param("second", second == null ? null : second.value()).update();
  }

  void dissolve(long team, Instant now) {
    db.sql("update teams.team set dissolved_at = :now where id = :team and dissolved_at is null").param("team", team).param("now", Sql.at(now)).update();
    db.sql("update teams.member set left_at = :now where team_id = :team and left_at is null").param("team", team).param("now", Sql.at(now)).update();
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    Long second = Sql.number(row, "second_id");
    return new Team(row.getLong("id"), row.getString("name"), new AccountId(row.getLong("captain_id")), second == null ? null : new AccountId(second),
        row.getInt("members"), row.getInt("asking"));
  }
}
