package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.TeamPeople;
import dz.linatatawwa.teams.Teams;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What captains do about the people of their team. */
@Controller
@RequestMapping(TeamPages.ONE)
class TeamMemberPages {

  private static final String MEMBER = "/members/{person:" + Numbers.NUMBER + "}";

  private final Teams teams;
  private final TeamPeople people;

  TeamMemberPages(Teams teams, TeamPeople people) {
    this.teams = teams;
    this.people = people;
  }

  @PostMapping(MEMBER + "/acceptance")
  ModelAndView accept(SignedIn me, @PathVariable long id, @PathVariable long person) {
    people.accept(teams.led(me.id(), id), new AccountId(person));
    return shown(id, "teams.said.accepted");
  }

  @PostMapping(MEMBER + "/removal")
  ModelAndView remove(SignedIn me, @PathVariable long id, @PathVariable long person) {
    Team team = teams.led(me.id(), id);
    if (person == team.captain().value()) return View.seeOther("/teams/" + id, View.refusing("teams.said.onlyCaptain"));
    people.leave(team.id(), new AccountId(person));
    return shown(id, "teams.said.removed");
  }

  @PostMapping(MEMBER + "/captaincy")
  ModelAndView second(SignedIn me, @PathVariable long id, @PathVariable long person) {
    people.second(teams.led(me.id(), id), Optional.of(new AccountId(person)));
    return shown(id, "teams.said.second");
  }

  @PostMapping("/captaincy/end")
  ModelAndView noSecond(SignedIn me, @PathVariable long id) {
    people.second(teams.led(me.id(), id), Optional.empty());
    return View.seeOther("/teams", View.saying("teams.said.noSecond"));
  }

  @PostMapping(MEMBER + "/succession")
  ModelAndView handOver(SignedIn me, @PathVariable long id, @PathVariable long person) {
    people.handOver(teams.led(me.id(), id), new AccountId(person));
    return shown(id, "teams.said.handedOver");
  }

  private static ModelAndView shown(long id, String said) {
    return View.seeOther("/teams/" + id, View.saying(said));
  }
}
