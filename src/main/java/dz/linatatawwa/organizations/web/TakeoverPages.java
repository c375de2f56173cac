package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Takeovers;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Saying that an organisation which nobody runs here is one's own, with evidence. */
@Controller
class TakeoverPages {

  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_WORDS = 1000;

  private final Takeovers takeovers;
  private final Organizations organizations;
  private final Files files;
  private final Cards cards;
  private final PageMaker pages;

  TakeoverPages(Takeovers takeovers, Organizations organizations, Files files, Cards cards, PageMaker pages) {
    this.takeovers = takeovers;
    this.organizations = organizations;
    this.files = files;
    this.cards = cards;
    this.pages = pages;
  }

  @GetMapping("/organizations/{id:[1-9][0-9]{0,17}}/take-over")
  ModelAndView form(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    return show(organization(id), me, "", "", Problems.none(), request);
  }

  @PostMapping("/organizations/{id:[1-9][0-9]{0,17}}/take-over")
  ModelAndView ask(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String words,
      @RequestParam(name = "papers", required = false) List<MultipartFile> papers, HttpServletRequest request) {
    Organization organization = organization(id);
    if (takeovers.waits(me.id(), id)) return View.seeOther("/organizations/" + id + "/take-over");
    Problems problems = Problems.none();
    String receipt = read(number, "number", 1, LONGEST_NUMBER, problems);
    String who = read(words, "words", 5, LONGEST_WORDS, problems);
    List<FileId> kept = keep(me, papers == null ? List.of() : papers, problems);
    if (problems.any()) {
      kept.forEach(files::delete);
      return show(organization, me, number, words, problems, request);
    }
    boolean asked = takeovers.ask(me.id(), id, receipt, who, kept);
    return asked ? View.seeOther("/organizations/" + id + "/take-over", View.saying("organizations.takeover.asked")) : View.seeOther("/organizations/" + id);
  }

  private static String read(String raw, String field, int shortest, int longest, Problems problems) {
    String text = field.equals("words") ? Typed.text(raw) : Typed.line(raw);
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    if (text.length() < shortest) problems.add(field, "site.problem.required");
    if (text.length() > longest) problems.add(field, "site.problem.tooLong", longest);
    return text;
  }

  private List<FileId> keep(SignedIn me, List<MultipartFile> papers, Problems problems) {
    List<MultipartFile> sent = papers.stream().filter(paper -> !paper.isEmpty()).toList();
    if (sent.isEmpty()) problems.add("papers", "organizations.problem.evidence");
    if (sent.size() > Takeovers.MOST) problems.add("papers", "organizations.problem.tooManyPapers", Takeovers.MOST);
    List<FileId> kept = new ArrayList<>();
    if (problems.any()) return kept;
    for (MultipartFile paper : sent) {
      switch (files.keep(me.id(), Takeovers.PURPOSE, paper)) {
        case Kept.Stored(FileId id) -> kept.add(id);
        case Kept.Refused(String key, List<Object> arguments) -> problems.add("papers", key, arguments.toArray());
      }
    }
    return kept;
  }

  private Organization organization(OrganizationId id) {
    return organizations.find(id).filter(takeovers::open).orElseThrow(() -> new NotFound("organisation " + id + " cannot be taken over"));
  }

  private ModelAndView show(Organization organization, SignedIn me, String number, String words, Problems problems, HttpServletRequest request) {
    Object[] parameters = {"card", cards.card(organization, pages.page(request).words()), "waits", takeovers.waits(me.id(), organization.id()),
        "number", number, "words", words, "problems", problems};
    return problems.any() ? View.unprocessable("organizations/takeover", parameters) : View.of("organizations/takeover", parameters);
  }
}
