package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Documents;
import dz.linatatawwa.organizations.Member;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.Mergers;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.History;
import dz.linatatawwa.supervision.Matters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a supervisor sees of an organisation in their territory, and may do to it. For everybody else these pages do not exist. */
@Controller
@RequestMapping("/organizations/{id:[1-9][0-9]{0,17}}")
class OversightPages {

  private final Organizations organizations;
  private final Standing standing;
  private final Members members;
  private final Mergers mergers;
  private final Documents documents;
  private final Files files;
  private final Accounts accounts;
  private final History history;
  private final Matters matters;
  private final Cards cards;
  private final PageMaker pages;

  OversightPages(Organizations organizations, Standing standing, Members members, Mergers mergers, Documents documents, Files files, Accounts accounts,
      History history, Matters matters, Cards cards, PageMaker pages) {
    this.organizations = organizations;
    this.standing = standing;
    this.members = members;
    this.mergers = mergers;
    this.documents = documents;
    this.files = files;
    this.accounts = accounts;
    this.history = history;
    this.matters = matters;
    this.cards = cards;
    this.pages = pages;
  }

  @GetMapping("/oversight")
  ModelAndView show(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    return show(overseen(me, id), "", "", "", Problems.none(), request);
  }

  @PostMapping("/suspension")
  ModelAndView suspend(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String words, HttpServletRequest request) {
    Organization organization = overseen(me, id);
    Problems problems = Problems.none();
    if (!Standing.SUSPENSION_REASONS.contains(code)) problems.add("code", "site.problem.choice");
    String cleaned = words(words, "words", problems);
    if (problems.any()) return show(organization, code, words, "", problems, request);
    boolean done = standing.suspend(me.id(), id, code, cleaned);
    return back(id, done, "organizations.oversight.suspended");
  }

  @PostMapping("/reinstatement")
  ModelAndView reinstate(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String words, HttpServletRequest request) {
    Organization organization = overseen(me, id);
    Problems problems = Problems.none();
    String cleaned = words(words, "words", problems);
    if (problems.any()) return show(organization, "", words, "", problems, request);
    boolean done = standing.reinstate(me.id(), id, cleaned);
    return back(id, done, "organizations.oversight.reinstated");
  }

  @PostMapping("/coordinators")
  ModelAndView appoint(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
    Organization organization = overseen(me, id);
    Problems problems = Problems.none();
    String cleaned = words(reason, "reason", problems);
    Optional<AccountId> person = Contact.parse(Typed.line(contact)).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("contact", "organizations.problem.noAccount");
    if (!problems.any() && !standing.appoint(me.id(), id, person.orElseThrow(), cleaned)) problems.add("contact", "organizations.problem.notVanished");
    return problems.any() ? show(organization, "", reason, contact, problems, request) : back(id, true, "organizations.oversight.appointed");
  }

  @PostMapping("/ownership")
  ModelAndView entrust(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String heir, @RequestParam(defaultValue = "") String why,
      HttpServletRequest request) {
    Organization organization = overseen(me, id);
    Problems problems = Problems.none();
    String cleaned = words(why, "why", problems);
    Optional<AccountId> person = Contact.parse(Typed.line(heir)).flatMap(accounts::findBy);
    if (person.isEmpty()) problems.add("heir", "organizations.problem.noAccount");
    if (!problems.any() && !standing.entrust(me.id(), id, person.orElseThrow(), cleaned)) problems.add("heir", "organizations.problem.notGone");
    return problems.any() ? show(organization, "", why, heir, problems, request) : back(id, true, "organizations.oversight.entrusted");
  }

  private ModelAndView back(OrganizationId id, boolean done, String key) {
    String path = "/organizations/" + id + "/oversight";
    return View.seeOther(path, View.saying(done ? key : "organizations.oversight.changed"));
  }

  private static String words(String raw, String field, Problems problems) {
    if (Typed.deceives(raw)) problems.add(field, "site.problem.characters");
    String text = Typed.text(raw);
    if (text.length() < 10) problems.add(field, "supervision.problem.words");
    if (text.length() > 1000) problems.add(field, "site.problem.tooLong", 1000);
    return text;
  }

  private Organization overseen(SignedIn me, OrganizationId id) {
    return organizations.find(id).filter(organization -> standing.oversees(me.id(), organization))
        .orElseThrow(() -> new NotFound("organisation " + id + " is not overseen by " + me.id()));
  }

  private ModelAndView show(Organization organization, String code, String typed, String contact, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    OrganizationId id = organization.id();
    List<Member> all = members.of(id);
    Map<AccountId, String> names = accounts.names(all.stream().map(Member::account).toList());
    Object[] parameters = {"card", cards.card(organization, words), "problems", problems, "code", code, "typed", typed, "contact", contact,
        "papers", files.find(documents.of(id)), "vanished", standing.vanished(id), "ownerless", standing.ownerless(id), "mergers", mergers.into(id),
        "members", all.stream().map(one -> new MemberRow(one, names.getOrDefault(one.account(), ""), false)).toList(),
        "history", history.of("organization", id.toString(), words),
        "matter", matters.waiting(Organizations.VERIFICATION, id.value()).map(one -> "/supervision/" + one.id().value()).orElse(""),
        "reasons", Standing.SUSPENSION_REASONS.stream().map(one -> Option.of(one, words.text("organizations.reason." + one))).toList()};
    return problems.any() ? View.unprocessable("organizations/oversight", parameters) : View.of("organizations/oversight", parameters);
  }
}
