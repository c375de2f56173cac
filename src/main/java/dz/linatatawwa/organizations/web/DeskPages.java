package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Documents;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The desk of an organisation: its first page, and what it says of itself. */
@Controller
@RequestMapping("/organizations/{id:[1-9][0-9]{0,17}}/desk")
class DeskPages {

  private final Organizations organizations;
  private final Desks desks;
  private final Members members;
  private final Documents documents;
  private final Uploads uploads;
  private final Files files;
  private final Matters matters;
  private final Cards cards;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final Clock clock;

  DeskPages(Organizations organizations, Desks desks, Members members, Documents documents, Uploads uploads, Files files, Matters matters,
      Cards cards, Places places, Taxonomy taxonomy, PageMaker pages, Clock clock) {
    this.organizations = organizations;
    this.desks = desks;
    this.members = members;
    this.documents = documents;
    this.uploads = uploads;
    this.files = files;
    this.matters = matters;
    this.cards = cards;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView home(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    Page page = pages.page(request);
    Desk desk = desks.open(me.id(), id);
    String due = matters.waiting(Organizations.VERIFICATION, id.value()).map(matter -> page.words().relative(matter.dueAt(), clock.instant())).orElse("");
    return View.of("organizations/home", "desk", desk, "due", due, "alone", members.hangsOnOnePerson(id), "contents", desks.contents(desk, page));
  }

  @GetMapping("/profile")
  ModelAndView profile(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    Desk desk = desks.open(me.id(), id);
    return show(desk, OrganizationForm.of(desk.organization()), Problems.none(), request);
  }

  @PostMapping("/profile")
  ModelAndView mend(@PathVariable OrganizationId id, SignedIn me, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Desk desk = owned(me, id);
    OrganizationForm form = OrganizationForm.sent(sent);
    boolean settled = Organizations.identityIsSettled(desk.organization());
    if (settled) form = form.withIdentityOf(OrganizationForm.of(desk.organization()));
    OrganizationReading reading = new OrganizationReading(form, places, taxonomy, LocalDate.now(clock.withZone(Words.ZONE)), settled);
    Optional<Profile> profile = reading.profile();
    if (profile.isEmpty()) return show(desk, form, reading.problems(), request);
    organizations.mend(me.id(), id, profile.get());
    return View.seeOther(desk.address("/profile"), View.saying("organizations.profile.saved"));
  }

  @PostMapping("/documents")
  ModelAndView addPapers(@PathVariable OrganizationId id, SignedIn me, @RequestParam(name = "documents", required = false) List<MultipartFile> papers,
      HttpServletRequest request) {
    Desk desk = owned(me, id);
    Problems problems = Problems.none();
    if (papers != null) uploads.take(me.id(), papers, documents.of(id).size(), problems, file -> documents.add(id, file, "addition"));
    return problems.any() ? show(desk, OrganizationForm.of(desk.organization()), problems, request)
        : View.seeOther(desk.address("/profile") + "#papers", View.saying("organizations.profile.papersSaved"));
  }

  /** A paper on which a decision stands is not taken away afterwards. */
  @PostMapping("/documents/{file}/removal")
  ModelAndView removePaper(@PathVariable OrganizationId id, @PathVariable String file, SignedIn me) {
    Desk desk = owned(me, id);
    if (Organizations.identityIsSettled(desk.organization())) throw new NotFound("papers of " + id + " are settled");
    files.delete(FileId.of(file).filter(one -> documents.remove(id, one)).orElseThrow(() -> new NotFound("paper " + file)));
    return View.seeOther(desk.address("/profile") + "#papers");
  }

  @PostMapping("/logo")
  ModelAndView logo(@PathVariable OrganizationId id, SignedIn me, @RequestParam("logo") MultipartFile picture, HttpServletRequest request) {
    Desk desk = owned(me, id);
    return switch (files.keep(me.id(), "organization-logo", picture)) {
      case Kept.Stored(FileId file) -> {
        organizations.wear(me.id(), id, file);
        yield View.seeOther(desk.address("/profile"), View.saying("organizations.profile.logoSaved"));
      }
      case Kept.Refused(String key, List<Object> arguments) ->
          show(desk, OrganizationForm.of(desk.organization()), Problems.none().add("logo", key, arguments.toArray()), request);
    };
  }

  @PostMapping("/logo/removal")
  ModelAndView removeLogo(@PathVariable OrganizationId id, SignedIn me) {
    Desk desk = owned(me, id);
    organizations.wear(me.id(), id, null);
    return View.seeOther(desk.address("/profile"));
  }

  @PostMapping("/verification")
  ModelAndView askAgain(@PathVariable OrganizationId id, SignedIn me) {
    boolean asked = organizations.askAgain(me.id(), id);
    String desk = "/organizations/" + id + "/desk";
    return asked ? View.seeOther(desk, View.saying("organizations.home.sentAgain")) : View.seeOther(desk);
  }

  private Desk owned(SignedIn me, OrganizationId id) {
    Desk desk = desks.open(me.id(), id);
    if (desk.role() != Role.OWNER) throw new NotFound("organisation " + id + " is not owned by " + me.id());
    return desk;
  }

  private ModelAndView show(Desk desk, OrganizationForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"desk", desk, "form", form, "problems", problems, "choices", FormChoices.in(words, taxonomy),
        "papers", files.find(documents.of(desk.organization().id())), "card", cards.card(desk.organization(), words)};
    return problems.any() ? View.unprocessable("organizations/profile", parameters) : View.of("organizations/profile", parameters);
  }
}
