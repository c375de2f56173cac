package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.Friends;
import dz.linatatawwa.teams.Invite;
import dz.linatatawwa.teams.NamedClaims;
import dz.linatatawwa.teams.SeatOffer;
import dz.linatatawwa.teams.PersonalLink;
import dz.linatatawwa.teams.PersonalLinks;
import dz.linatatawwa.teams.ShownNames;
import dz.linatatawwa.teams.StandIns;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.TeamPeople;
import dz.linatatawwa.teams.Teams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a personal link leads: {@code /with/TOKEN}. Opening it changes nothing; what ended and what never was look alike. */
@Controller
class WithPages {

  static final String TOKEN = "[A-Za-z0-9_-]{17,27}";

  private static final String AT = "/with/{token:" + TOKEN + "}";

  private final PersonalLinks links;
  private final Friends friends;
  private final Teams teams;
  private final TeamPeople people;
  private final StandIns standIns;
  private final NamedClaims claims;
  private final Commitments commitments;
  private final ShownNames names;
  private final PageMaker pages;

  WithPages(PersonalLinks links, Friends friends, Teams teams, TeamPeople people, StandIns standIns, NamedClaims claims, Commitments commitments, ShownNames names, PageMaker pages) {
    this.links = links;
    this.friends = friends;
    this.teams = teams;
    this.people = people;
    this.standIns = standIns;
    this.claims = claims;
    this.commitments = commitments;
    this.names = names;
    this.pages = pages;
  }

  @GetMapping(AT)
  ModelAndView open(@PathVariable String token, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
    PersonalLink link = links.read(token).orElseThrow(WithPages::unknown);
    return switch (link.kind()) {
      case COMING -> {
        Invite invite = friends.read(token).orElseThrow(WithPages::unknown);
        WithCookie.keep(token, request, response);
        yield View.seeOther("/opportunities/" + invite.facts().opportunityId() + "?with=" + token + "#with");
      }
      case TEAM -> {
        Team team = teams.read(token).orElseThrow(WithPages::unknown);
        yield View.of("teams/join", "team", team, "by", by(link, request), "token", token, "signedIn", me.isPresent());
      }
      case OFFER -> {
        SeatOffer offered = standIns.read(token).orElseThrow(WithPages::unknown);
        yield View.of("teams/offer", "offered", offered, "by", by(link, request), "action", "/with/" + token + "/answers", "signedIn", me.isPresent(),
            "seats", me.map(who -> bringable(who, offered)).orElse(List.of()));
      }
      case NAMED -> {
        NamedClaims.Claim claim = claims.read(token).orElseThrow(WithPages::unknown);
        yield View.of("teams/claim", "claim", claim, "by", by(link, request), "token", token, "signedIn", me.isPresent());
      }
    };
  }

  @PostMapping(AT + "/answers")
  ModelAndView answer(SignedIn me, @PathVariable String token, @RequestParam(defaultValue = "") String seat, HttpServletRequest request, HttpServletResponse response) {
    PersonalLink link = links.read(token).orElseThrow(WithPages::unknown);
    return switch (link.kind()) {
      case COMING -> {
        WithCookie.forget(request, response);
        Invite invite = friends.read(token).orElseThrow(WithPages::unknown);
        yield View.seeOther("/commitments", friends.accept(me.id(), invite) ? View.saying("teams.said.yes") : View.refusing("teams.said.noSeatYet"));
      }
      case TEAM -> {
        boolean asked = people.ask(me.id(), teams.read(token).orElseThrow(WithPages::unknown));
        yield View.seeOther("/teams", asked ? View.saying("teams.said.asked") : View.refusing("teams.said.notAsked"));
      }
      case OFFER -> {
        SeatOffer offered = standIns.read(token).orElseThrow(WithPages::unknown);
        yield SeatOfferWords.said(standIns.take(me.id(), offered.id(), Numbers.of(seat).map(ApplicationId::new).orElse(null)), pages.page(request).words());
      }
      case NAMED -> SeatOfferWords.said(claims.take(me.id(), claims.read(token).orElseThrow(WithPages::unknown)), pages.page(request).words());
    };
  }

  /** Seats that somebody could bring for the one that is offered in exchange. */
  private List<Commitment> bringable(SignedIn me, SeatOffer offered) {
    return offered.swap() ? SeatOfferWords.bringable(commitments.coming(me.id()), offered) : List.of();
  }

  private String by(PersonalLink link, HttpServletRequest request) {
    return names.toStranger(link.by(), pages.page(request).words());
  }

  private static NotFound unknown() {
    return new NotFound("no link of ours that opens anything");
  }
}
