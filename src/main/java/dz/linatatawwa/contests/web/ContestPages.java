package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.contests.Ask;
import dz.linatatawwa.contests.ContestId;
import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.contests.Ground;
import dz.linatatawwa.contests.Span;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A volunteer's cases, and the second of the two taps that open one. */
@Controller
@RequestMapping("/contests")
class ContestPages {

  private static final int LONGEST = 1000;

  private final Contests contests;
  private final ContestUploads uploads;
  private final Clock clock;

  ContestPages(Contests contests, ContestUploads uploads, Clock clock) {
    this.contests = contests;
    this.uploads = uploads;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView mine(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    return View.of("contests/mine", "cases", contests.of(me.id(), page(page)), "missing", contests.missing(me.id()), "now", clock.instant());
  }

  @GetMapping("/new")
  ModelAndView ask(SignedIn me, @RequestParam(defaultValue = "") String claim, @RequestParam(defaultValue = "") String shift) {
    Ask ask = asked(me.id(), claim, shift);
    ContestId living = ask.living();
    return living == null ? View.of("contests/new", "ask", ask, "typed", Map.of(), "problems", Problems.none()) : View.seeOther("/contests/" + living);
  }

  @PostMapping
  ModelAndView open(SignedIn me, @RequestParam(defaultValue = "") String claim, @RequestParam(defaultValue = "") String shift,
      @RequestParam(defaultValue = "") String ground, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to, @RequestParam(required = false) @Nullable MultipartFile file) {
    Ask ask = asked(me.id(), claim, shift);
    Problems problems = Problems.none();
    Ground why = Ground.of(ground).filter(Ground.about(ask.subject())::contains).orElse(null);
    if (why == null) problems.add("ground", "contests.problem.ground");
    Span said = SpanForm.read(from, to, ask.earliest(), ask.latest(), problems);
    String text = words(words, problems);
    if (why == Ground.OTHER && text.length() < 5) problems.add("words", "contests.problem.words");
    FileId paper = uploads.keep(me.id(), file, problems);
    if (why == null || problems.any()) {
      return View.unprocessable("contests/new", "ask", ask, "typed", Map.of("words", text, "from", from, "to", to, "ground", ground), "problems", problems);
    }
    return View.seeOther("/contests/" + contests.open(ask, why, said, text, paper), View.saying("contests.said.opened"));
  }

  static String words(String raw, Problems problems) {
    if (Typed.deceives(raw)) problems.add("words", "site.problem.characters");
    String text = Typed.text(raw);
    if (text.length() > LONGEST) problems.add("words", "site.problem.tooLong", LONGEST);
    return text;
  }

  static int page(String typed) {
    return typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
  }

  private Ask asked(AccountId me, String claim, String shift) {
    Optional<Ask> ask = number(claim).map(ClaimId::new).flatMap(id -> contests.about(me, id))
        .or(() -> claim.isEmpty() ? number(shift).map(ShiftId::new).flatMap(id -> contests.about(me, id)) : Optional.empty());
    return ask.orElseThrow(() -> new NotFound("nothing to contest: claim " + claim + ", shift " + shift));
  }

  private static Optional<Long> number(String typed) {
    return typed.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }
}
