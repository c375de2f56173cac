package dz.linatatawwa.contests.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.contests.Contest;
import dz.linatatawwa.contests.ContestId;
import dz.linatatawwa.contests.Contests;
import dz.linatatawwa.contests.Settled;
import dz.linatatawwa.contests.Side;
import dz.linatatawwa.contests.Span;
import dz.linatatawwa.contests.Verdict;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.hours.ShiftEvidence;
import dz.linatatawwa.hours.Why;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One case, for the volunteer, the organisation and the supervisors: each with what they may do. */
@Controller
@RequestMapping("/contests/{id:[1-9]\\d{0,17}}")
class OneContestPages {

  private final Contests contests;
  private final CaseViews views;
  private final ContestUploads uploads;
  private final ObjectProvider<ShiftEvidence> evidence;
  private final AccessLog log;
  private final Clock clock;

  OneContestPages(Contests contests, CaseViews views, ContestUploads uploads, ObjectProvider<ShiftEvidence> evidence, AccessLog log, Clock clock) {
    this.contests = contests;
    this.views = views;
    this.uploads = uploads;
    this.evidence = evidence;
    this.log = log;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(SignedIn me, @PathVariable long id) {
    return shown(me, id, Problems.none(), Map.of());
  }

  @PostMapping("/statements")
  ModelAndView say(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    if (side(me, id) == Side.SUPERVISOR) throw new NotFound("contest " + id + " has no words of " + me.id());
    Problems problems = Problems.none();
    String text = ContestPages.words(words, problems);
    FileId paper = uploads.keep(me.id(), file, problems);
    if (text.isEmpty() && paper == null) problems.add("words", "contests.problem.nothing");
    if (problems.any()) return shown(me, id, problems, Map.of("words", text));
    if (!contests.say(me.id(), new ContestId(id), text, paper)) return shown(me, id, problems.add("words", "contests.problem.over"), Map.of("words", text));
    return View.seeOther("/contests/" + id, View.saying("contests.said.added"));
  }

  @PostMapping("/answer")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "") String words,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    if (side(me, id) != Side.ORGANIZATION) throw new NotFound("contest " + id + " is not answered by " + me.id());
    Problems problems = Problems.none();
    boolean known = answer.equals("agrees") || answer.equals("disagrees");
    if (!known) problems.add("answer", "contests.problem.answer");
    String text = ContestPages.words(words, problems);
    if (answer.equals("disagrees") && text.length() < 5) problems.add("words", "contests.problem.words");
    FileId paper = uploads.keep(me.id(), file, problems);
    if (problems.any()) return shown(me, id, problems, Map.of("answer", answer, "words", text));
    boolean taken = contests.answer(me.id(), new ContestId(id), answer.equals("agrees"), text, paper);
    return View.seeOther("/contests/" + id, View.saying(taken ? "contests.said.answered" : "contests.said.tooLate"));
  }

  @PostMapping("/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean taken = contests.withdraw(me.id(), new ContestId(id));
    return View.seeOther("/contests/" + id, View.saying(taken ? "contests.said.withdrawn" : "contests.said.tooLate"));
  }

  @PostMapping("/appeal")
  ModelAndView appeal(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String words) {
    contests.look(me.id(), new ContestId(id));
    Problems problems = Problems.none();
    String text = ContestPages.words(words, problems);
    if (text.length() < 5) problems.add("words", "contests.problem.words");
    if (problems.any()) return shown(me, id, problems, Map.of("words", text));
    Optional<ContestId> appeal = contests.appeal(me.id(), new ContestId(id), text);
    return appeal.map(opened -> View.seeOther("/contests/" + opened, View.saying("contests.said.appealed")))
        .orElseGet(() -> View.seeOther("/contests/" + id, View.refusing("contests.said.tooLate")));
  }

  @PostMapping("/settlement")
  ModelAndView settle(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String reasonCode,
      @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
    if (side(me, id) != Side.SUPERVISOR) throw new NotFound("contest " + id + " is not settled by " + me.id());
    CaseView view = views.of(contests.look(me.id(), new ContestId(id)), me.id());
    Problems problems = Problems.none();
    Verdict wanted = Verdict.of(verdict).orElse(null);
    if (wanted == null) problems.add("verdict", "supervision.problem.choose");
    String text = ContestPages.words(words, problems);
    Span found = wanted == Verdict.PARTLY ? SpanForm.read(from, to, view.earliest(), view.latest(), problems) : null;
    Map<String, String> typed = Map.of("verdict", verdict, "reasonCode", reasonCode, "words", text, "from", from, "to", to);
    if (wanted == null || problems.any()) return shown(me, id, problems, typed);
    return switch (contests.settle(me.id(), new ContestId(id), wanted, reasonCode.isEmpty() ? null : reasonCode, text, found)) {
      case Settled.Done done -> View.seeOther("/contests/" + id, View.saying("contests.said.settled"));
      case Settled.Already already -> tooLate(shown(me, id, problems, typed));
      case Settled.Partial partial -> shown(me, id, problems.add("verdict", "supervision.problem.partial"), typed);
      case Settled.TooEarly(Instant until) -> shown(me, id, problems.add("verdict", "contests.problem.early"), typed);
      case Settled.Unfit(String field, String key) -> shown(me, id, problems.add(field.equals("reason") ? "words" : field, key), typed);
      case Settled.Impossible(Why why) -> shown(me, id, problems.add("verdict", "hours.left." + why.code()), typed);
    };
  }

  /** Asked before anything of a form is kept: who may not do it leaves no picture behind either. */
  private Side side(SignedIn me, long id) {
    return contests.side(contests.look(me.id(), new ContestId(id)), me.id());
  }

  private static ModelAndView tooLate(ModelAndView page) {
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  private ModelAndView shown(SignedIn me, long id, Problems problems, Map<String, String> typed) {
    Contest contest = contests.look(me.id(), new ContestId(id));
    if (contests.inOffice(contest, me.id())) log.pass(me.id(), contest.volunteer(), "contest", contest.id().toString());
    Object[] parameters = {"view", views.of(contest, me.id()), "evidence", evidence.stream().toList(), "typed", typed, "problems", problems, "now", clock.instant()};
    return problems.any() ? View.unprocessable("contests/case", parameters) : View.of("contests/case", parameters);
  }
}
