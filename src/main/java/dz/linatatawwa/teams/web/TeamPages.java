package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.PersonalLink;
import dz.linatatawwa.teams.PersonalLinks;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.TeamPeople;
import dz.linatatawwa.teams.TeamSeats;
import dz.linatatawwa.teams.Teams;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Teams of somebody, and one of them: {@code /teams}. */
@Controller
class TeamPages {

  static final String ONE = "/teams/{id:" + Numbers.NUMBER + "}";

  private static final int LONGEST = 60;

  private final Teams teams;
  private final TeamPeople people;
  private final TeamSeats seats;
  private final PersonalLinks links;

  TeamPages(Teams teams, TeamPeople people, TeamSeats seats, PersonalLinks links) {
    this.teams = teams;
    this.people = people;
    this.seats = seats;
    this.links = links;
  }

  @GetMapping("/teams")
  ModelAndView all(SignedIn me) {
    return View.of("teams/list", "me", me.id(), "teams", teams.of(me.id()), "joined", teams.joined(me.id()), "name", "", "problems", Problems.none());
  }

  @PostMapping("/teams")
  ModelAndView make(SignedIn me, @RequestParam(defaultValue = "") String name) {
    String typed = Typed.line(name);
    Problems problems = Problems.none();
    if (typed.length() < 2 || typed.length() > LONGEST) problems.add("name", "teams.problem.name");
    Optional<Long> made = problems.any() ? Optional.empty() : teams.make(typed, me.id());
    if (!problems.any() && made.isEmpty()) problems.add("name", "teams.problem.cannot");
    return made.map(id -> View.seeOther("/teams/" + id, View.saying("teams.said.made")))
        .orElseGet(() -> View.unprocessable("teams/list", "me", me.id(), "teams", teams.of(me.id()), "joined", teams.joined(me.id()), "name", name, "problems", problems));
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "1") String page) {
    Team team = teams.own(me.id(), id);
    boolean leads = team.ledBy(me.id());
    Object[] parameters = {"me", me.id(), "team", team, "leads", leads, "members", teams.members(team), "seats", seats.of(team, Numbers.page(page)),
        "link", leads ? links.living(PersonalLink.Kind.TEAM, id).orElse(null) : null};
    return View.of("teams/show", parameters);
  }

  @PostMapping(ONE + "/link")
  ModelAndView link(SignedIn me, @PathVariable long id) {
    teams.link(teams.led(me.id(), id), me.id());
    return View.seeOther("/teams/" + id + "#link", View.saying("teams.said.link"));
  }

  @PostMapping(ONE + "/link/end")
  ModelAndView endLink(SignedIn me, @PathVariable long id) {
    teams.revokeLink(teams.led(me.id(), id));
    return View.seeOther("/teams/" + id, View.saying("teams.said.linkEnded"));
  }

  @PostMapping(ONE + "/leaving")
  ModelAndView leave(SignedIn me, @PathVariable long id) {
    boolean left = people.leave(teams.own(me.id(), id).id(), me.id());
    return left ? View.seeOther("/teams", View.saying("teams.said.left")) : View.seeOther("/teams/" + id, View.refusing("teams.said.onlyCaptain"));
  }

  @PostMapping(ONE + "/dissolution")
  ModelAndView dissolve(SignedIn me, @PathVariable long id) {
    people.dissolve(teams.led(me.id(), id));
    return View.seeOther("/teams", View.saying("teams.said.dissolved"));
  }
}
