package dz.linatatawwa.entrances.web;

import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.PasskeyDuty;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.entrances.Entrance;
import dz.linatatawwa.entrances.EntranceId;
import dz.linatatawwa.entrances.Entrances;
import dz.linatatawwa.entrances.Identities;
import dz.linatatawwa.entrances.OwnIdentity;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person's accounts at institutions: which are linked to theirs here, linking one, and taking the link away. */
@Controller
class LinkPages {

  private final Entrances entrances;
  private final Identities identities;
  private final PasskeyDuty duty;
  private final Holds holds;

  LinkPages(Entrances entrances, Identities identities, PasskeyDuty duty, Holds holds) {
    this.entrances = entrances;
    this.identities = identities;
    this.duty = duty;
    this.holds = holds;
  }

  @GetMapping("/entrances")
  ModelAndView own(Session here) {
    List<OwnIdentity> linked = identities.of(here.person().id());
    Map<EntranceId, Entrance> all = entrances.all().stream().collect(Collectors.toMap(Entrance::id, Function.identity()));
    List<Entrance> more = entrances.open().stream().filter(one -> linked.stream().noneMatch(own -> own.entrance().equals(one.id()))).toList();
    return View.of("entrances/own", "linked", linked, "all", all, "more", more);
  }

  /** Also for who is not signed in: it says why they have to be, once. */
  @GetMapping("/entrances/link")
  ModelAndView ask(Optional<Session> here, HttpServletRequest request) {
    return identities.offered(request).map(offer -> View.of("entrances/link", "offer", offer, "name", here.map(one -> one.person().name()).orElse("")))
        .orElseGet(() -> View.seeOther(here.isPresent() ? "/entrances" : "/", View.refusing("entrances.refused.over")));
  }

  @PostMapping("/entrances/link")
  ModelAndView link(Session here, HttpServletRequest request, HttpServletResponse response) {
    if (!duty.mayChange(here)) return View.seeOther("/second-step?to=/entrances/link");
    holds.pass(here.person().id());
    return View.seeOther("/entrances", identities.link(here, request, response).isPresent() ? View.saying("entrances.said.linked") : View.refusing("entrances.refused.taken"));
  }

  @PostMapping("/entrances/link/refusal")
  ModelAndView decline(Session here, HttpServletRequest request, HttpServletResponse response) {
    identities.decline(request, response);
    return View.seeOther("/entrances");
  }

  @PostMapping("/entrances/{eid:[1-9][0-9]{0,17}}/removal")
  ModelAndView unlink(@PathVariable long eid, Session here) {
    if (identities.of(here.person().id()).stream().noneMatch(one -> one.entrance().value() == eid)) throw new NotFound("link to entrance " + eid);
    if (!duty.mayChange(here)) return View.seeOther("/second-step?to=/entrances");
    holds.pass(here.person().id());
    identities.unlink(here.person().id(), new EntranceId(eid));
    return View.seeOther("/entrances", View.saying("entrances.said.unlinked"));
  }
}
