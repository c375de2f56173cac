package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a team, and who speaks for it: joined by a link and a captain's yes, led by one or two, left at any time. That a captain acts is the caller's to have
 *  checked ({@link Teams#led}). */
@Service
public class TeamPeople {

  private final TeamTable table;
  private final PersonalLinks links;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Notices notices;
  private final Clock clock;

  TeamPeople(TeamTable table, PersonalLinks links, Accounts accounts, Volunteers volunteers, Notices notices, Clock clock) {
    this.table = table;
    this.links = links;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.notices = notices;
    this.clock = clock;
  }

  /** Somebody with the link asks to belong to the team.
   *  @return false for somebody who is no volunteer, and where the team is full */
  @Transactional
  public boolean ask(AccountId person, Team team) {
    if (volunteers.find(person).isEmpty()) return false;
    Optional<Team> held = table.lock(team.id());
    if (held.isEmpty() || held.get().members() + held.get().asking() >= Teams.MOST) return false;
    if (!table.ask(team.id(), person, clock.instant())) return true;
    String name = FirstName.of(accounts.names(List.of(person)).getOrDefault(person, "—"));
    captains(team).forEach(captain -> tell(captain, team, "asked", name));
    return true;
  }

  /** A captain says yes to who asked.
   *  @throws NotFound for somebody who did not ask */
  @Transactional
  public void accept(Team team, AccountId person) {
    if (!table.accept(team.id(), person, clock.instant())) throw new NotFound("no question of " + person + " to team " + team.id());
    tell(person, team, "accepted", "");
  }

  /** Somebody leaves, or a captain lets them go, or says no to who asked. A captain leaves by handing the team over, or the second one takes it.
   *  @return false where it was the only captain: the team is handed over or dissolved instead
   *  @throws NotFound for somebody who does not belong to it */
  @Transactional
  public boolean leave(long id, AccountId person) {
    Team team = table.lock(id).orElseThrow(() -> new NotFound("team " + id));
    AccountId second = team.second();
    if (person.equals(team.captain())) {
      if (second == null) return false;
      table.captains(id, second, null);
      tell(second, team, "captain", "");
    }
    if (!table.leave(id, person, clock.instant())) throw new NotFound("member " + person + " of team " + id);
    return true;
  }

  /** Makes a member the second captain, or nobody.
   *  @throws NotFound for somebody who does not belong to the team */
  @Transactional
  public void second(Team team, Optional<AccountId> person) {
    Team held = table.lock(team.id()).orElseThrow(() -> new NotFound("team " + team.id()));
    person.ifPresent(one -> belongs(held, one));
    if (person.filter(held.captain()::equals).isPresent()) return;
    table.captains(team.id(), held.captain(), person.orElse(null));
    person.ifPresent(one -> tell(one, team, "captain", ""));
  }

  /** Hands the team over to a member; who led it stays as the second captain.
   *  @throws NotFound for somebody who does not belong to the team */
  @Transactional
  public void handOver(Team team, AccountId person) {
    Team held = table.lock(team.id()).orElseThrow(() -> new NotFound("team " + team.id()));
    belongs(held, person);
    if (person.equals(held.captain())) return;
    table.captains(team.id(), person, held.captain());
    tell(person, team, "captain", "");
  }

  /** The team is no more. Seats that its members hold stay theirs. */
  @Transactional
  public void dissolve(Team team) {
    List<AccountId> people = table.members(team.id()).stream().filter(TeamTable.Row::accepted).map(TeamTable.Row::person).filter(one -> !team.ledBy(one)).toList();
    table.dissolve(team.id(), clock.instant());
    links.revoke(PersonalLink.Kind.TEAM, team.id());
    people.forEach(one -> tell(one, team, "dissolved", ""));
  }

  private void belongs(Team team, AccountId person) {
    if (table.members(team.id()).stream().noneMatch(row -> row.accepted() && row.person().equals(person))) throw new NotFound("member " + person + " of team " + team.id());
  }

  private static List<AccountId> captains(Team team) {
    AccountId second = team.second();
    return second == null ? List.of(team.captain()) : List.of(team.captain(), second);
  }

  private void tell(AccountId to, Team team, String what, String name) {
    notices.tell(to, "team-" + what, "teams.notice.team." + what + ".title", "teams.notice.team." + what + ".body", what.equals("dissolved") ? "/teams" : "/teams/" + team.id(),
        null, team.name(), name);
  }
}
