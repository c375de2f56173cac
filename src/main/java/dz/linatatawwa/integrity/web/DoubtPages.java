package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.integrity.About;
import dz.linatatawwa.integrity.Doubt;
import dz.linatatawwa.integrity.Integrity;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.History;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One doubt: its reasons, the evidence, and what a supervisor may do about it. */
@Controller
@RequestMapping("/supervision/integrity/{id:[1-9][0-9]{0,17}}")
class DoubtPages {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 1000;
  private static final String NATION = "nation";

  private final Integrity integrity;
  private final DoubtWords rows;
  private final History history;
  private final AccessLog log;
  private final PageMaker pages;

  DoubtPages(Integrity integrity, DoubtWords rows, History history, AccessLog log, PageMaker pages) {
    this.integrity = integrity;
    this.rows = rows;
    this.history = history;
    this.log = log;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView show(@PathVariable long id, SignedIn me, HttpServletRequest request) {
    return show(id, me, Problems.none(), Map.of(), request);
  }

  @PostMapping("/clearance")
  ModelAndView clear(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String clearBecause, HttpServletRequest request) {
    Problems problems = Problems.none();
    String because = words("clearBecause", clearBecause, "integrity.problem.because", problems);
    if (problems.any()) return show(id, me, problems, Map.of("clearBecause", clearBecause), request);
    return View.seeOther("/supervision/integrity", View.saying(integrity.clear(me.id(), id, because) ? "integrity.said.cleared" : "integrity.said.late"));
  }

  @PostMapping("/questions")
  ModelAndView ask(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String side, @RequestParam(defaultValue = "") String question,
      HttpServletRequest request) {
    Problems problems = Problems.none();
    if (!side.equals("organization") && !side.equals("volunteer")) problems.add("side", "integrity.problem.side");
    String words = words("question", question, "integrity.problem.words", problems);
    if (problems.any()) return show(id, me, problems, Map.of("side", side, "question", question), request);
    return back(id, integrity.ask(me.id(), id, side, words) ? "integrity.said.asked" : "integrity.said.late");
  }

  @PostMapping("/matter")
  ModelAndView open(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String openBecause, HttpServletRequest request) {
    Problems problems = Problems.none();
    String because = words("openBecause", openBecause, "integrity.problem.because", problems);
    if (problems.any()) return show(id, me, problems, Map.of("openBecause", openBecause), request);
    String summary = rows.title(integrity.look(me.id(), id), pages.page(request).words());
    return back(id, integrity.open(me.id(), id, summary, because) == null ? "integrity.said.late" : "integrity.said.opened");
  }

  @PostMapping("/handover")
  ModelAndView handOver(@PathVariable long id, SignedIn me, @RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String handBecause,
      HttpServletRequest request) {
    Problems problems = Problems.none();
    Doubt doubt = integrity.look(me.id(), id);
    boolean known = to.equals(NATION) || integrity.others(me.id(), doubt).stream().anyMatch(one -> one.toString().equals(to));
    if (!known) problems.add("to", "integrity.problem.to");
    String because = words("handBecause", handBecause, "integrity.problem.because", problems);
    if (problems.any()) return show(id, me, problems, Map.of("to", to, "handBecause", handBecause), request);
    boolean done = integrity.handOver(me.id(), id, to.equals(NATION) ? null : new AccountId(Long.parseLong(to)), because);
    return View.seeOther("/supervision/integrity", View.saying(done ? "integrity.said.handed" : "integrity.said.late"));
  }

  private ModelAndView show(long id, SignedIn me, Problems problems, Map<String, String> typed, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Doubt doubt = integrity.look(me.id(), id);
    if (doubt.about() == About.VOLUNTEER) log.pass(me.id(), new AccountId(doubt.subjectId()), "doubt", Long.toString(id));
    List<ReasonRow> reasons = rows.reasons(doubt, words);
    Object[] parameters = {"doubt", doubt, "row", rows.rows(List.of(doubt), words).getFirst(), "reasons", reasons, "evidence", rows.evidence(integrity.evidence(doubt), words),
        "questions", rows.questions(integrity.questions(doubt), words), "history", history.of("doubt", Long.toString(id), words), "problems", problems, "typed", typed,
        "sides", sides(doubt, words), "others", doubt.state().waits() ? others(me, doubt, words) : List.of(), "heldBy", rows.name(doubt.heldBy())};
    return problems.any() ? View.unprocessable("integrity/doubt", parameters) : View.of("integrity/doubt", parameters);
  }

  private static List<Option> sides(Doubt doubt, Words words) {
    List<Option> sides = new ArrayList<>();
    if (doubt.organizationId() != null) sides.add(Option.of("organization", words.text("integrity.side.organization")));
    if (doubt.about() == About.VOLUNTEER) sides.add(Option.of("volunteer", words.text("integrity.side.volunteer")));
    return sides;
  }

  private List<Option> others(SignedIn me, Doubt doubt, Words words) {
    List<AccountId> people = integrity.others(me.id(), doubt);
    Map<AccountId, String> names = rows.names(people);
    List<Option> options = new ArrayList<>();
    if (doubt.wilaya() != null) options.add(Option.of(NATION, words.text("integrity.hand.nation")));
    people.forEach(one -> options.add(Option.of(one.toString(), names.getOrDefault(one, ""))));
    return options;
  }

  private static String words(String field, String raw, String key, Problems problems) {
    String words = Typed.text(raw);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    else if (words.length() < SHORTEST) problems.add(field, key);
    else if (words.length() > LONGEST) problems.add(field, "site.problem.tooLong", LONGEST);
    return words;
  }

  private static ModelAndView back(long id, String key) {
    return View.seeOther("/supervision/integrity/" + id, View.saying(key));
  }
}
