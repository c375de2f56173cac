package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.FirstName;
import dz.linatatawwa.participation.Together;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.volunteers.Volunteers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams: made by a captain, known to those who belong to them. A team that is not one's own does not exist. */
@Service
public class Teams {

  /** Members of a team, at most: as many as may ask for seats in one go. */
  public static final int MOST = Together.MOST;

  /** Teams that one person may lead. */
  static final int LED_AT_MOST = 10;

  private static final Duration LINK_LIVES = Duration.ofDays(30);

  private final TeamTable table;
  private final PersonalLinks links;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final Clock clock;

  Teams(TeamTable table, PersonalLinks links, Accounts accounts, Volunteers volunteers, Clock clock) {
    this.table = table;
    this.links = links;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.clock = clock;
  }

  /** Makes a team.
   *  @return nothing for somebody who is no volunteer or leads too many already */
  @Transactional
  public Optional<Long> make(String name, AccountId captain) {
    if (volunteers.find(captain).isEmpty() || table.ledBy(captain) >= LED_AT_MOST) return Optional.empty();
    return Optional.of(table.make(name, captain, clock.instant()));
  }

  /** Teams to which somebody belongs, or has asked to. */
  public List<Team> of(AccountId person) {
    return table.of(person);
  }

  /** The numbers of those teams that somebody not only asked to join: their pages open. */
  public Set<Long> joined(AccountId person) {
    return table.joined(person);
  }

  /** The team, for somebody who belongs to it.
   *  @throws NotFound for everybody else, and for who only asked */
  public Team own(AccountId person, long id) {
    return table.find(id).filter(team -> table.members(id).stream().anyMatch(row -> row.accepted() && row.person().equals(person)))
        .orElseThrow(() -> new NotFound("team " + id + " of " + person));
  }

  /** The team, for one of its captains.
   *  @throws NotFound for everybody else */
  public Team led(AccountId captain, long id) {
    return table.find(id).filter(team -> team.ledBy(captain)).orElseThrow(() -> new NotFound("team " + id + " led by " + captain));
  }

  /** Who belongs to a team and who asks to, in the order in which they came. */
  public List<TeamMember> members(Team team) {
    List<TeamTable.Row> rows = table.members(team.id());
    List<AccountId> people = rows.stream().map(TeamTable.Row::person).toList();
    Map<AccountId, String> names = accounts.names(people);
    Set<AccountId> minors = volunteers.minors(people);
    return rows.stream().map(row -> {
      String name = names.getOrDefault(row.person(), "—");
      String first = FirstName.of(name);
      boolean minor = minors.contains(row.person());
      return new TeamMember(row.id(), row.person(), minor ? first : name, first, minor, row.accepted(), row.askedAt());
    }).toList();
  }

  /** The link by which people join, made where there is none. */
  @Transactional
  public PersonalLink link(Team team, AccountId captain) {
    return links.make(PersonalLink.Kind.TEAM, team.id(), captain, clock.instant().plus(LINK_LIVES));
  }

  @Transactional
  public void revokeLink(Team team) {
    links.revoke(PersonalLink.Kind.TEAM, team.id());
  }

  /** The team that a link opens. */
  @Transactional(readOnly = true)
  public Optional<Team> read(String token) {
    return links.read(token).filter(link -> link.kind() == PersonalLink.Kind.TEAM).flatMap(link -> table.find(link.about()));
  }
}
