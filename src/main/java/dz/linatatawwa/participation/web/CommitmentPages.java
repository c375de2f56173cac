package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.Commitments;
import dz.linatatawwa.participation.OwnShift;
import dz.linatatawwa.participation.OwnShifts;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.SeatPart;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.CalendarFile;
import dz.linatatawwa.site.Flash;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What I have taken on: {@code /commitments}. */
@Controller
class CommitmentPages {

  private final Commitments commitments;
  private final OwnShifts shifts;
  private final Participation participation;
  private final Accounts accounts;
  private final Places places;
  private final ObjectProvider<SeatPart> parts;
  private final PageMaker pages;
  private final Clock clock;

  CommitmentPages(Commitments commitments, OwnShifts shifts, Participation participation, Accounts accounts, Places places, ObjectProvider<SeatPart> parts, PageMaker pages, Clock clock) {
    this.commitments = commitments;
    this.shifts = shifts;
    this.participation = participation;
    this.accounts = accounts;
    this.parts = parts;
    this.places = places;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/commitments")
  ModelAndView all(SignedIn me, @RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
    List<Commitment> coming = commitments.coming(me.id());
    Slice<Commitment> past = commitments.past(me.id(), Math.max(1, page));
    List<AccountId> recorders = past.rows().stream().map(Commitment::noShowBy).filter(Objects::nonNull).map(AccountId::new).distinct().toList();
    return View.of("participation/commitments", "coming", coming, "past", past, "names", accounts.names(recorders), "now", clock.instant(),
        "parts", parts(me, coming, pages.page(request)));
  }

  private Map<ApplicationId, Content> parts(SignedIn me, List<Commitment> coming, Page page) {
    return parts.stream().flatMap(part -> part.onCommitments(me.id(), coming, page).entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  @PostMapping("/commitments/{id}/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    ApplicationId application = id(id);
    Flash said = participation.withdraw(me.id(), application)
        ? View.sayingWithUndo("/commitments/" + id + "/return", "participation.withdrawn") : View.refusing("participation.withdrawn.tooLate");
    return View.seeOther("/commitments", said);
  }

  @PostMapping("/commitments/{id}/return")
  ModelAndView comeBack(SignedIn me, @PathVariable long id) {
    return said(participation.comeBack(me.id(), id(id)));
  }

  @PostMapping("/commitments/{id}/confirmation")
  ModelAndView confirm(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "false") boolean despite) {
    return said(despite ? participation.confirmOfferDespiteClash(me.id(), id(id)) : participation.confirmOffer(me.id(), id(id)));
  }

  @GetMapping("/commitments/{id}/calendar.ics")
  ResponseEntity<String> calendar(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Page page = pages.page(request);
    OwnShift shift = shifts.find(me.id(), id(id)).orElseThrow(() -> new NotFound("application " + id));
    String file = new CalendarFile("participation", shift.title()).event(shift.event(page.words(), places, page.site(), null)).text();
    return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/calendar;charset=utf-8"))
        .header("Content-Disposition", CalendarFile.attachment("linatatawwa-" + id)).body(file);
  }

  private ModelAndView said(Application answer) {
    return switch (answer) {
      case Application.Placed _ -> View.seeOther("/commitments", View.saying("participation.said.placed"));
      case Application.Waiting(var id, var position) -> View.seeOther("/commitments", View.saying("participation.said.waiting", position));
      case Application.Pending _ -> View.seeOther("/commitments", View.saying("participation.said.pending"));
      case Application.Clash clash -> View.seeOther("/commitments?clash=1", View.saying("participation.said.clash", clash.title()));
      case Application.Unmet(var lack) -> View.seeOther(lack.link(), View.saying("participation.said.unmet"));
      case Application.Refused(var why) -> View.seeOther("/commitments", View.refusing("participation.refused." + why.code()));
    };
  }

  private static ApplicationId id(long id) {
    if (id < 1) throw new NotFound("application " + id);
    return new ApplicationId(id);
  }
}
