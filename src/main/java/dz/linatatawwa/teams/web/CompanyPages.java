package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.Friend;
import dz.linatatawwa.teams.Friends;
import dz.linatatawwa.teams.NamedClaims;
import dz.linatatawwa.teams.SeatOffer;
import dz.linatatawwa.teams.PersonalLink;
import dz.linatatawwa.teams.PersonalLinks;
import dz.linatatawwa.teams.ShownNames;
import dz.linatatawwa.teams.StandIns;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** With whom somebody comes to a shift, and who could come instead of them: {@code /commitments/7/company}. */
@Controller
class CompanyPages {

  static final String ONE = "/commitments/{id:" + Numbers.NUMBER + "}";

  private final Commitments commitments;
  private final Friends friends;
  private final NamedPeople named;
  private final NamedClaims claims;
  private final StandIns standIns;
  private final PersonalLinks links;
  private final Opportunities opportunities;
  private final ShownNames names;
  private final Clock clock;

  CompanyPages(Commitments commitments, Friends friends, NamedPeople named, NamedClaims claims, StandIns standIns, PersonalLinks links, Opportunities opportunities,
      ShownNames names, Clock clock) {
    this.commitments = commitments;
    this.friends = friends;
    this.named = named;
    this.claims = claims;
    this.standIns = standIns;
    this.links = links;
    this.opportunities = opportunities;
    this.names = names;
    this.clock = clock;
  }

  @GetMapping(ONE + "/company")
  ModelAndView show(SignedIn me, @PathVariable long id) {
    Commitment own = commitments.find(me.id(), new ApplicationId(id)).orElseThrow(() -> new NotFound("application " + id + " of " + me.id()));
    List<Friend> with = friends.of(me.id(), List.of(own.facts().id())).getOrDefault(own.facts().id(), List.of());
    List<NamedPerson> people = named.of(new ApplicationId(id));
    Map<Long, PersonalLink> claimed = new HashMap<>();
    people.forEach(one -> links.living(PersonalLink.Kind.NAMED, one.id()).ifPresent(link -> claimed.put(one.id(), link)));
    Optional<SeatOffer> offered = standIns.of(me.id()).stream().filter(one -> one.seat().value() == id && one.giver().equals(me.id())).findFirst();
    Instant now = clock.instant();
    Object[] parameters = {"own", own, "id", id, "link", links.living(PersonalLink.Kind.COMING, id).orElse(null), "friends", with,
        "names", names.first(with.stream().map(Friend::other).toList()), "people", people, "claims", claimed, "offered", offered.orElse(null),
        "offerLink", offered.flatMap(one -> links.living(PersonalLink.Kind.OFFER, one.id())).orElse(null), "others", others(own, now),
        "open", own.facts().startsAt().isAfter(now) && !List.of("withdrawn", "declined", "lapsed", "cancelled").contains(own.state())};
    return View.of("teams/company", parameters);
  }

  private List<Shift> others(Commitment own, Instant now) {
    return opportunities.shifts(new OpportunityId(own.facts().opportunityId())).stream()
        .filter(one -> one.open() && one.startsAt().isAfter(now) && one.id().value() != own.facts().shiftId()).limit(20).toList();
  }

  @PostMapping(ONE + "/link")
  ModelAndView link(SignedIn me, @PathVariable long id) {
    boolean made = friends.invite(me.id(), new ApplicationId(id)).isPresent();
    return back(id, "#friends", made ? View.saying("teams.said.link") : View.refusing("participation.withdrawn.tooLate"));
  }

  @PostMapping(ONE + "/link/end")
  ModelAndView endLink(SignedIn me, @PathVariable long id) {
    friends.revoke(me.id(), new ApplicationId(id));
    return back(id, "#friends", View.saying("teams.said.linkEnded"));
  }

  @PostMapping("/friendships/{id:" + Numbers.NUMBER + "}/agreement")
  ModelAndView agree(SignedIn me, @PathVariable long id) {
    friends.agree(me.id(), id);
    return View.seeOther("/commitments", View.saying("teams.said.together"));
  }

  @PostMapping("/friendships/{id:" + Numbers.NUMBER + "}/parting")
  ModelAndView part(SignedIn me, @PathVariable long id) {
    friends.part(me.id(), id);
    return View.seeOther("/commitments", View.saying("teams.said.parted"));
  }

  @PostMapping(ONE + "/named/{person:" + Numbers.NUMBER + "}/removal")
  ModelAndView remove(SignedIn me, @PathVariable long id, @PathVariable long person) {
    if (commitments.find(me.id(), new ApplicationId(id)).isEmpty()) throw new NotFound("application " + id + " of " + me.id());
    boolean done = named.remove(me.id(), person);
    return back(id, "#named", done ? View.saying("teams.said.notComing") : View.refusing("participation.withdrawn.tooLate"));
  }

  @PostMapping(ONE + "/named/{person:" + Numbers.NUMBER + "}/link")
  ModelAndView claim(SignedIn me, @PathVariable long id, @PathVariable long person) {
    boolean made = claims.invite(me.id(), new ApplicationId(id), person).isPresent();
    return back(id, "#named", made ? View.saying("teams.said.link") : View.refusing("participation.withdrawn.tooLate"));
  }

  private static ModelAndView back(long id, String part, Flash said) {
    return View.seeOther("/commitments/" + id + "/company" + part, said);
  }
}
