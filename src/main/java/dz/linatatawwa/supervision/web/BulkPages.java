package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Bulk;
import dz.linatatawwa.supervision.Bulks;
import dz.linatatawwa.supervision.Bulks.Previewed;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matter;
import dz.linatatawwa.supervision.MatterCase;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One decision on many matters: what it touches, what came of each, and taking it back. */
@Controller
@RequestMapping("/supervision/bulk")
class BulkPages {

  private static final int LONGEST = 1000;

  private final Bulks bulks;
  private final Matters matters;
  private final BulkRows rows;
  private final Territories territories;
  private final PageMaker pages;
  private final Clock clock;

  BulkPages(Bulks bulks, Matters matters, BulkRows rows, Territories territories, PageMaker pages, Clock clock) {
    this.bulks = bulks;
    this.matters = matters;
    this.rows = rows;
    this.territories = territories;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView preview(SignedIn me, @RequestParam(defaultValue = "") List<String> m, HttpServletRequest request) {
    pass(me);
    return preview(me, BulkForm.of(m, "", "", ""), Problems.none(), request);
  }

  @PostMapping
  ModelAndView decide(SignedIn me, @RequestParam(defaultValue = "") List<String> m, @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reasonCode, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    pass(me);
    BulkForm form = BulkForm.of(m, decision, reasonCode, reason);
    Problems problems = Problems.none();
    List<Matter> touched = touched(bulks.preview(me.id(), form.matters()));
    if (touched.isEmpty()) problems.add("m", "supervision.bulk.nothing");
    else if (kinds(touched) > 1) problems.add("m", "supervision.bulk.kinds");
    if (Typed.deceives(reason)) problems.add("reason", "site.problem.characters");
    String words = Typed.text(reason);
    if (words.length() > LONGEST) problems.add("reason", "site.problem.tooLong", LONGEST);
    Decision wanted = new Decision(decision, reasonCode.isEmpty() ? null : reasonCode, words.isEmpty() ? null : words);
    if (!problems.any()) {
      Decided.Unfit fault = matters.fault(touched.getFirst(), wanted);
      if (fault != null) problems.add(fault.field(), fault.key());
    }
    if (problems.any()) return preview(me, form, problems, request);
    return View.seeOther("/supervision/bulk/" + bulks.decide(me.id(), form.matters(), wanted));
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView answers(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Bulk bulk = bulks.of(me.id(), id);
    Words words = pages.page(request).words();
    return View.of("supervision/bulkDone", "bulk", bulk, "rows", rows.after(bulk, words), "choice", rows.choice(bulk, words), "undoable", bulk.undoable(clock.instant()),
        "until", words.time(bulk.at().plus(Bulk.UNDO)), "tried", bulk.undoneAt() != null, "waits", bulk.count(Bulk.Answer.WAITS), "done", bulk.standing());
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/continuation")
  ModelAndView goOn(SignedIn me, @PathVariable long id) {
    bulks.goOn(me.id(), id);
    return View.seeOther("/supervision/bulk/" + id);
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/reversal")
  ModelAndView undo(SignedIn me, @PathVariable long id) {
    boolean inTime = bulks.undo(me.id(), id);
    return View.seeOther("/supervision/bulk/" + id, View.saying(inTime ? "supervision.bulk.undoDone" : "supervision.bulk.undoLate"));
  }

  private ModelAndView preview(SignedIn me, BulkForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<Previewed> previewed = bulks.preview(me.id(), form.matters());
    List<Matter> touched = touched(previewed);
    boolean ready = kinds(touched) == 1;
    MatterCase shown = ready ? matters.view(touched.getFirst()).show(touched.getFirst(), words) : null;
    Object[] parameters = {"rows", rows.before(previewed, words), "form", form, "problems", problems, "ready", ready, "number", touched.size(), "mixed", kinds(touched) > 1,
        "choices", shown == null ? List.of() : BulkRows.choices(shown), "reasons", shown == null ? List.of() : CasePages.reasons(shown)};
    return problems.any() ? View.unprocessable("supervision/bulk", parameters) : View.of("supervision/bulk", parameters);
  }

  private static List<Matter> touched(List<Previewed> previewed) {
    return previewed.stream().filter(one -> one.without() == null).map(Previewed::matter).toList();
  }

  private static long kinds(List<Matter> touched) {
    return touched.stream().map(Matter::kind).distinct().count();
  }

  private void pass(SignedIn me) {
    if (territories.of(me.id()).none()) throw new NotFound("bulks are not for " + me.id());
  }
}
