package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.notices.InWords;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.Joint;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Parties;
import dz.linatatawwa.participation.Party;
import dz.linatatawwa.participation.PartyId;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.Together;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A team's seats: taken in one go by a captain, all or nobody or as many as fit; confirmed and given back for all. Why somebody may not come is told to them alone:
 *  the captain reads only that they may not. */
@Service
public class TeamSeats {

  private static final int PAGE = 10;

  private final Teams teams;
  private final Parties parties;
  private final Participation participation;
  private final Notices notices;
  private final JdbcClient db;

  TeamSeats(Teams teams, Parties parties, Participation participation, Notices notices, JdbcClient db) {
    this.teams = teams;
    this.parties = parties;
    this.participation = participation;
    this.notices = notices;
    this.db = db;
  }

  /** Asks for seats for these members; of people who are none nothing is done.
   *  @return nothing where none of them belongs to the team */
  @Transactional
  public Optional<Joint> register(Team team, AccountId captain, ShiftId shift, List<AccountId> people, boolean whole) {
    List<AccountId> members = teams.members(team).stream().filter(TeamMember::accepted).map(TeamMember::person).filter(people::contains).toList();
    if (members.isEmpty()) return Optional.empty();
    ShiftFacts facts = participation.facts(shift);
    Joint joint = parties.apply(new Together(shift, "team", team.name(), whole, captain, members, null));
    PartyId party = joint.party();
    if (party != null) db.sql("insert into teams.registration (party_id, team_id) values (:party, :team)").param("party", party.value()).param("team", team.id()).update();
    joint.answers().forEach((person, answer) -> {
      if (answer.application() == null && !person.equals(captain)) tellWhy(person, team, facts, answer);
    });
    return Optional.of(joint);
  }

  /** What a team has asked for, the newest first. @param page from 1 */
  @Transactional(readOnly = true)
  public Slice<Registered> of(Team team, int page) {
    long total = db.sql("select count(*) from teams.registration where team_id = :team").param("team", team.id()).query(Long.class).single();
    List<PartyId> ids = db.sql("select party_id from teams.registration where team_id = :team order by party_id desc limit :size offset :from").param("team", team.id())
        .param("size", PAGE).param("from", (page - 1L) * PAGE).query(Long.class).list().stream().map(PartyId::new).toList();
    Map<PartyId, List<Party.Member>> members = parties.members(ids);
    return new Slice<>(ids.stream().flatMap(id -> parties.find(id).stream())
        .map(party -> new Registered(party, participation.facts(party.shift()), members.getOrDefault(party.id(), List.of()))).toList(), page, PAGE, total);
  }

  /** Takes the seats that the whole team was offered. */
  @Transactional
  public Joint confirm(Team team, PartyId party) {
    return parties.confirm(own(team, party));
  }

  /** Gives everybody's seat, or place in the list, back.
   *  @return how many */
  @Transactional
  public int withdraw(Team team, PartyId party) {
    return parties.withdraw(own(team, party));
  }

  private PartyId own(Team team, PartyId party) {
    return db.sql("select party_id from teams.registration where party_id = :party and team_id = :team").param("party", party.value()).param("team", team.id())
        .query(Long.class).optional().map(PartyId::new).orElseThrow(() -> new NotFound("party " + party + " of team " + team.id()));
  }

  private void tellWhy(AccountId person, Team team, ShiftFacts facts, Application answer) {
    notices.tell(person, "team-obstacle", "teams.notice.team.obstacle.title", "teams.notice.team.obstacle.body", "/opportunities/" + facts.opportunityId(),
        "team-obstacle-" + team.id() + "-" + facts.shiftId() + "-" + person, team.name(), facts.title(), (InWords) words -> words.longDate(facts.startsAt()),
        (InWords) words -> why(answer, words));
  }

  /** Why somebody may not come, in their own words; only they are to read it. */
  public static String why(Application answer, Words words) {
    return switch (answer) {
      case Application.Refused(var reason) -> words.text("participation.refused." + reason.code());
      case Application.Unmet(var lack) -> lack.said(words);
      case Application.Clash clash -> words.text("participation.said.clash", clash.title());
      case Application.Placed _, Application.Waiting _, Application.Pending _ -> "";
    };
  }
}
