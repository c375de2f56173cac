package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.teams.OfferOutcome;
import dz.linatatawwa.teams.SeatOffer;
import dz.linatatawwa.teams.StandIns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Seats that somebody would give, and taking one. */
@Controller
class StandInPages {

  private final StandIns standIns;
  private final Opportunities opportunities;
  private final Commitments commitments;
  private final PageMaker pages;

  StandInPages(StandIns standIns, Opportunities opportunities, Commitments commitments, PageMaker pages) {
    this.standIns = standIns;
    this.opportunities = opportunities;
    this.commitments = commitments;
    this.pages = pages;
  }

  @GetMapping("/opportunities/{id:" + Numbers.NUMBER + "}/stand-ins")
  ModelAndView open(Optional<SignedIn> me, @PathVariable long id, @RequestParam(defaultValue = "1") String page) {
    Opportunity opportunity = opportunities.find(new OpportunityId(id)).filter(Opportunity::published).orElseThrow(() -> new NotFound("opportunity " + id));
    Slice<SeatOffer> found = standIns.open(opportunity, Numbers.page(page));
    List<Commitment> coming = me.map(who -> commitments.coming(who.id())).orElse(List.of());
    Map<Long, List<Commitment>> seats = found.rows().stream().filter(SeatOffer::swap).collect(Collectors.toMap(SeatOffer::id, one -> SeatOfferWords.bringable(coming, one)));
    Object[] parameters = {"opportunity", opportunity, "found", found, "seats", seats, "me", me.map(SignedIn::id).orElse(null)};
    return View.of("teams/stand-ins", parameters);
  }

  @PostMapping(CompanyPages.ONE + "/seat-offers")
  ModelAndView offer(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String wants, HttpServletRequest request) {
    boolean swap = kind.equals("swap");
    OfferOutcome outcome = standIns.offer(me.id(), new ApplicationId(id), swap, swap || !to.equals("friend"), swap ? Numbers.of(wants).map(ShiftId::new).orElse(null) : null);
    if (outcome instanceof OfferOutcome.Open) return View.seeOther("/commitments/" + id + "/company#instead", View.saying("teams.said.offered"));
    return SeatOfferWords.said(outcome, pages.page(request).words());
  }

  @PostMapping("/seat-offers/{id:" + Numbers.NUMBER + "}/taking")
  ModelAndView take(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String seat, HttpServletRequest request) {
    SeatOffer offered = standIns.listed(id).orElseThrow(() -> new NotFound("offer " + id));
    return SeatOfferWords.said(standIns.take(me.id(), offered.id(), Numbers.of(seat).map(ApplicationId::new).orElse(null)), pages.page(request).words());
  }

  @PostMapping("/seat-offers/{id:" + Numbers.NUMBER + "}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    standIns.withdraw(me.id(), id);
    return View.seeOther("/commitments", View.saying("teams.said.offerEnded"));
  }
}
