package dz.linatatawwa.attendance.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.attendance.Departures;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Have you left?": where the notice about a forgotten check-out leads. */
@Controller
class DeparturePages {

  private final Departures departures;
  private final Clock clock;

  DeparturePages(Departures departures, Clock clock) {
    this.departures = departures;
    this.clock = clock;
  }

  @GetMapping("/departures/{sid}")
  ModelAndView form(SignedIn me, @PathVariable long sid) {
    Departures.Open open = open(me, sid);
    Instant shown = open.said() != null ? open.said() : clock.instant().isBefore(open.endsAt()) ? clock.instant() : open.endsAt();
    return View.of("attendance/departure", "open", open, "left", time(shown), "problems", Problems.none());
  }

  @PostMapping("/departures/{sid}")
  ModelAndView left(SignedIn me, @PathVariable long sid, @RequestParam(defaultValue = "") String left) {
    Departures.Open open = open(me, sid);
    if (parsed(left, open).filter(at -> departures.left(me.id(), new ShiftId(sid), at)).isPresent()) {
      return View.seeOther("/departures/" + sid, View.saying("attendance.departure.said"));
    }
    Problems problems = Problems.none();
    problems.add("left", "attendance.departure.impossible");
    return View.unprocessable("attendance/departure", "open", open, "left", left, "problems", problems);
  }

  private Departures.Open open(SignedIn me, long sid) {
    if (sid < 1) throw new NotFound("shift " + sid);
    return departures.open(me.id(), new ShiftId(sid)).orElseThrow(() -> new NotFound("no open attendance of " + me.id() + " in " + sid));
  }

  /** A time after the check-in: of its day, else of the next. */
  private static Optional<Instant> parsed(String typed, Departures.Open open) {
    try {
      LocalTime time = LocalTime.parse(typed.strip());
      var day = open.checkedInAt().atZone(Words.ZONE).toLocalDate();
      Instant at = day.atTime(time).atZone(Words.ZONE).toInstant();
      boolean overMidnight = at.isBefore(open.checkedInAt()) && open.endsAt().atZone(Words.ZONE).toLocalDate().isAfter(day);
      return Optional.of(overMidnight ? day.plusDays(1).atTime(time).atZone(Words.ZONE).toInstant() : at);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String time(Instant at) {
    return at.atZone(Words.ZONE).toLocalTime().withSecond(0).withNano(0).toString();
  }
}
