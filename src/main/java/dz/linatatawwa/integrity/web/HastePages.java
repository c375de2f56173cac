package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.integrity.Haste;
import dz.linatatawwa.integrity.HasteWatch;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Alerts about supervisors who decide many matters in a short time, for those above them. */
@Controller
@RequestMapping("/supervision/integrity/haste")
class HastePages {

  private final HasteWatch watch;
  private final Accounts accounts;
  private final Places places;
  private final PageMaker pages;

  HastePages(HasteWatch watch, Accounts accounts, Places places, PageMaker pages) {
    this.watch = watch;
    this.accounts = accounts;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    return list(me, show, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1, 0, "", Problems.none(), request);
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/answer")
  ModelAndView answer(SignedIn me, @PathVariable long id, @RequestParam(defaultValue = "") String answer, HttpServletRequest request) {
    watch.find(me.id(), id);
    String words = Typed.line(answer);
    Problems problems = Problems.none();
    if (Typed.deceives(answer)) problems.add("answer-" + id, "site.problem.characters");
    if (words.length() < 10) problems.add("answer-" + id, "integrity.problem.hasteWords");
    if (words.length() > 500) problems.add("answer-" + id, "site.problem.tooLong", 500);
    if (problems.any()) return list(me, "", 1, id, answer, problems, request);
    watch.answer(me.id(), id, words);
    return View.seeOther("/supervision/integrity/haste", View.saying("integrity.haste.saved"));
  }

  private ModelAndView list(SignedIn me, String show, int page, long typedIn, String typed, Problems problems, HttpServletRequest request) {
    Page made = pages.page(request);
    boolean answered = show.equals("answered");
    Slice<Haste> slice = watch.below(me.id(), answered, page);
    Object[] parameters = {"slice", slice, "rows", rows(slice.rows(), me.administrator(), made.words()), "shows", shows(made, answered), "typedIn", typedIn, "typed", typed,
        "problems", problems};
    return problems.any() ? View.unprocessable("integrity/haste", parameters) : View.of("integrity/haste", parameters);
  }

  private static List<Link> shows(Page page, boolean answered) {
    return List.of(new Link(page.text("integrity.haste.show.open"), page.with("show", ""), !answered),
        new Link(page.text("integrity.haste.show.answered"), page.with("show", "answered"), answered));
  }

  private List<HasteRow> rows(List<Haste> found, boolean administrator, Words words) {
    Map<AccountId, String> names = accounts.names(found.stream().flatMap(one -> one.answer() == null ? Stream.of(one.account()) : Stream.of(one.account(), one.answer().by()))
        .distinct().toList());
    return found.stream().map(one -> row(one, administrator, names, words)).toList();
  }

  private HasteRow row(Haste one, boolean administrator, Map<AccountId, String> names, Words words) {
    Haste.Answer answer = one.answer();
    return new HasteRow(one.id(), names.getOrDefault(one.account(), ""), one.wilaya() == null ? words.text("supervision.nation") : places.name(one.wilaya(), words.language()),
        HasteWatch.reason(one, words), one.inBulk() == 0 ? "" : words.text("integrity.haste.bulk", one.inBulk()), words.text("integrity.haste.usual", words.decimal(one.usual(), 1)),
        answer == null ? "" : words.text("integrity.haste.answered", names.getOrDefault(answer.by(), ""), words.date(answer.at())), answer == null ? "" : answer.words(),
        administrator ? "/supervision/audit?deed=matter.decided&day=" + one.day() + "&until=" + one.day() : "");
  }
}
