package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows when somebody leaves the platform: their links open nothing, their offers end, and their teams go on with the next captain, or end. */
@Component
class TeamFollowers {

  private final TeamTable teams;
  private final JdbcClient db;
  private final Clock clock;

  TeamFollowers(TeamTable teams, JdbcClient db, Clock clock) {
    this.teams = teams;
    this.db = db;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void left(AccountClosed closed) {
    AccountId person = closed.account();
    Instant now = clock.instant();
    db.sql("update teams.link set revoked_at = :now where made_by = :person and revoked_at is null").param("now", Sql.at(now)).param("person", person.value()).update();
    db.sql("""
        update teams.seat_offer set state = 'withdrawn', ended_at = :now, ended_by = :person
        where state in ('offered', 'taken') and (giver_id = :person or taker_id = :person)
        """).param("now", Sql.at(now)).param("person", person.value()).update();
    db.sql("update teams.friendship set ended_at = :now where :person in (host_id, guest_id) and ended_at is null").param("now", Sql.at(now))
        .param("person", person.value()).update();
    for (Team team : teams.led(person)) {
      if (person.equals(team.captain())) goOn(team, now);
      teams.leave(team.id(), person, now);
    }
  }

  /** The second captain leads on, else who has belonged to the team longest; a team of nobody else ends, and its name goes. */
  private void goOn(Team team, Instant now) {
    AccountId second = team.second();
    AccountId next = second != null ? second : teams.members(team.id()).stream().filter(row -> row.accepted() && !row.person().equals(team.captain()))
        .map(TeamTable.Row::person).findFirst().orElse(null);
    if (next != null) {
      teams.captains(team.id(), next, null);
      return;
    }
    teams.dissolve(team.id(), now);
    db.sql("update teams.team set name = null where id = :id").param("id", team.id()).update();
  }
}
