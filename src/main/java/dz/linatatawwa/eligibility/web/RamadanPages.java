package dz.linatatawwa.eligibility.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Ramadans;
import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The days of Ramadan, for administrators. For everybody else there is no such page. */
@Controller
class RamadanPages {

  private final Ramadans ramadans;
  private final Clock clock;

  RamadanPages(Ramadans ramadans, Clock clock) {
    this.ramadans = ramadans;
    this.clock = clock;
  }

  @GetMapping("/administration/ramadan")
  ModelAndView list(SignedIn me) {
    administrator(me);
    return View.of("eligibility/ramadan", "ramadans", ramadans.after(since()), "problems", Problems.none());
  }

  @PostMapping("/administration/ramadan/{year:1[0-9]{3}}")
  ModelAndView move(@PathVariable int year, @RequestParam(defaultValue = "") String first, @RequestParam(defaultValue = "") String last, SignedIn me) {
    administrator(me);
    Optional<LocalDate> from = day(first);
    Optional<LocalDate> to = day(last);
    if (from.isPresent() && to.isPresent() && ramadans.move(year, from.get(), to.get(), me.id())) {
      return View.seeOther("/administration/ramadan", View.saying("eligibility.ramadan.moved"));
    }
    return View.unprocessable("eligibility/ramadan", "ramadans", ramadans.after(since()), "problems",
        Problems.none().add("first-" + year, from.isPresent() && to.isPresent() ? "eligibility.problem.ramadan" : "eligibility.problem.day"));
  }

  private LocalDate since() {
    return LocalDate.now(clock.withZone(Words.ZONE)).minusYears(2);
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(Digits.latin(typed.strip())));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static void administrator(SignedIn me) {
    if (!me.administrator()) throw new NotFound("ramadan is administered by others than " + me.id());
  }
}
