package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Mergers;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Merging two files of one organisation, for a supervisor of both: who may be the same, what would go along, and taking it back. */
@Controller
class MergingPages {

  private static final String ONE = "/organizations/{id:[1-9][0-9]{0,17}}/merging";

  private final Mergers mergers;
  private final Organizations organizations;
  private final Standing standing;
  private final Cards cards;
  private final PageMaker pages;

  MergingPages(Mergers mergers, Organizations organizations, Standing standing, Cards cards, PageMaker pages) {
    this.mergers = mergers;
    this.organizations = organizations;
    this.standing = standing;
    this.cards = cards;
    this.pages = pages;
  }

  /** A file that may be of the same organisation, as the page shows it. */
  private TwinRow row(Mergers.Twin twin, Words words) {
    return new TwinRow(cards.card(twin.organization(), words), twin.signs().stream().map(sign -> words.text("organizations.sign." + sign)).toList());
  }

  @GetMapping(ONE)
  ModelAndView twins(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Organization organization = overseen(me, id);
    List<TwinRow> rows = mergers.twins(me.id(), organization).stream().map(twin -> row(twin, words)).toList();
    return View.of("organizations/twins", "card", cards.card(organization, words), "rows", rows);
  }

  @GetMapping(ONE + "/{other:[1-9][0-9]{0,17}}")
  ModelAndView preview(@PathVariable OrganizationId id, @PathVariable OrganizationId other, SignedIn me, HttpServletRequest request) {
    return show(mergers.preview(me.id(), id, other), "", Problems.none(), request);
  }

  @PostMapping(ONE + "/{other:[1-9][0-9]{0,17}}")
  ModelAndView merge(@PathVariable OrganizationId id, @PathVariable OrganizationId other, SignedIn me, @RequestParam(defaultValue = "") String words,
      HttpServletRequest request) {
    Mergers.Preview preview = mergers.preview(me.id(), id, other);
    Problems problems = Problems.none();
    if (Typed.deceives(words)) problems.add("words", "site.problem.characters");
    String why = Typed.text(words);
    if (why.length() < 10) problems.add("words", "supervision.problem.words");
    if (why.length() > 1000) problems.add("words", "site.problem.tooLong", 1000);
    if (problems.any()) return show(preview, words, problems, request);
    long merger = mergers.merge(me.id(), id, other, why);
    return View.seeOther("/organizations/" + other + "/oversight", View.sayingWithUndo("/organizations/mergers/" + merger + "/reversal", "organizations.merging.done"));
  }

  @PostMapping("/organizations/mergers/{merger:[1-9][0-9]{0,17}}/reversal")
  ModelAndView undo(@PathVariable long merger, SignedIn me) {
    boolean undone = mergers.undo(me.id(), merger);
    return View.seeOther("/supervision", View.saying(undone ? "organizations.merging.undone" : "organizations.merging.tooLate"));
  }

  private ModelAndView show(Mergers.Preview preview, String words, Problems problems, HttpServletRequest request) {
    Words reader = pages.page(request).words();
    List<String> lines = preview.counts().entrySet().stream().filter(entry -> entry.getValue() > 0).map(entry -> reader.text(entry.getKey(), entry.getValue())).toList();
    Object[] parameters = {"goes", cards.card(preview.goes(), reader), "stays", cards.card(preview.stays(), reader), "lines", lines, "words", words,
        "problems", problems};
    return problems.any() ? View.unprocessable("organizations/merging", parameters) : View.of("organizations/merging", parameters);
  }

  private Organization overseen(SignedIn me, OrganizationId id) {
    return organizations.find(id).filter(found -> standing.oversees(me.id(), found)).orElseThrow(() -> new NotFound("organisation " + id + " is not overseen by " + me.id()));
  }
}
