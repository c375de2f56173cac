package dz.linatatawwa.feeds.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.feeds.CalendarLinks;
import dz.linatatawwa.feeds.Made;
import dz.linatatawwa.feeds.OwnCalendar;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own calendar behind a secret link: making it, ending it, and the file that programs read by it. */
@Controller
class OwnCalendarPages {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int READINGS = 120;
  private static final int GUESSES = 60;

  private final CalendarLinks links;
  private final OwnCalendar calendar;
  private final Holds holds;
  private final Allowances allowances;
  private final PageMaker pages;

  OwnCalendarPages(CalendarLinks links, OwnCalendar calendar, Holds holds, Allowances allowances, PageMaker pages) {
    this.links = links;
    this.calendar = calendar;
    this.holds = holds;
    this.allowances = allowances;
    this.pages = pages;
  }

  @GetMapping("/calendar")
  ModelAndView show(SignedIn me) {
    return View.of("feeds/own", "since", links.since(me.id()), "link", "");
  }

  /** The link is on this page and nowhere else, so that nothing keeps it. */
  @PostMapping("/calendar")
  ModelAndView renew(SignedIn me, HttpServletRequest request, HttpServletResponse response) {
    holds.pass(me.id());
    String link = pages.page(request).site() + "/calendar/" + links.renew(me.id()) + ".ics";
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    return View.of("feeds/own", "since", links.since(me.id()), "link", link);
  }

  @PostMapping("/calendar/removal")
  ModelAndView end(SignedIn me) {
    return View.seeOther("/calendar", links.end(me.id()) ? View.saying("feeds.own.ended") : View.refusing("feeds.own.none"));
  }

  /** Whoever guesses is counted by their network, whoever knows a link by the link: a program that asks each minute takes nothing from others. */
  @GetMapping("/calendar/{secret:" + CalendarLinks.SHAPE + "}.ics")
  ResponseEntity<byte[]> file(@PathVariable String secret, HttpServletRequest request) {
    Optional<AccountId> whose = links.whose(secret);
    Optional<Duration> pause = whose.isPresent() ? allowances.take("calendar", whose.get().toString(), READINGS, AN_HOUR)
        : allowances.take("calendar-guesses", Origin.of(request).network(), GUESSES, AN_HOUR);
    if (pause.isPresent()) return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, Long.toString(pause.get().toSeconds() + 1)).build();
    Made made = whose.flatMap(person -> calendar.of(person, pages.page(request).site())).orElseThrow(() -> new NotFound("calendar"));
    return ProgramAnswers.own(made, ProgramAnswers.CALENDAR);
  }
}
