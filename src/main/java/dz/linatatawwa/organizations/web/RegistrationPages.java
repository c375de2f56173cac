package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Files;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Documents;
import dz.linatatawwa.organizations.Drafts;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.OrganizationState;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Profile;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Registering an organisation, on one page; what was typed and sent stays until it is registered. */
@Controller
class RegistrationPages {

  private static final int WAITING_AT_ONCE = 5;

  private final Organizations organizations;
  private final Drafts drafts;
  private final Documents documents;
  private final Uploads uploads;
  private final Files files;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RegistrationPages(Organizations organizations, Drafts drafts, Documents documents, Uploads uploads, Files files, Places places, Taxonomy taxonomy,
      PageMaker pages, TransactionTemplate transaction, Clock clock) {
    this.organizations = organizations;
    this.drafts = drafts;
    this.documents = documents;
    this.uploads = uploads;
    this.files = files;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
    this.transaction = transaction;
    this.clock = clock;
  }

  @GetMapping("/organizations/new")
  ModelAndView form(SignedIn me, HttpServletRequest request) {
    return show(me, new OrganizationForm(drafts.of(me.id()).typed()), Problems.none(), request);
  }

  @PostMapping("/organizations/new")
  ModelAndView register(SignedIn me, @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "documents", required = false) List<MultipartFile> papers, HttpServletRequest request) {
    OrganizationForm form = OrganizationForm.sent(sent);
    drafts.keep(me.id(), form.typed());
    OrganizationReading reading = new OrganizationReading(form, places, taxonomy, LocalDate.now(clock.withZone(Words.ZONE)), false);
    Optional<Profile> profile = reading.profile();
    takePapers(me, papers, reading.problems());
    if (waiting(me) >= WAITING_AT_ONCE) reading.problems().add("kind", "organizations.problem.tooManyWaiting", WAITING_AT_ONCE);
    if (profile.isEmpty() || reading.problems().any()) return show(me, form, reading.problems(), request);
    OrganizationId id = transaction.execute(status -> store(me, profile.get()));
    return View.seeOther("/organizations/" + id + "/desk", View.saying("organizations.new.done"));
  }

  @PostMapping("/organizations/new/draft")
  ModelAndView draft(SignedIn me, @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "documents", required = false) List<MultipartFile> papers, HttpServletRequest request) {
    OrganizationForm form = OrganizationForm.sent(sent);
    drafts.keep(me.id(), form.typed());
    Problems problems = Problems.none();
    takePapers(me, papers, problems);
    return problems.any() ? show(me, form, problems, request) : View.seeOther("/organizations/new", View.saying("organizations.new.saved"));
  }

  /** The button stands inside the form, so everything typed comes along and is kept. */
  @PostMapping("/organizations/new/documents/{file}/removal")
  ModelAndView removePaper(SignedIn me, @PathVariable String file, @RequestParam MultiValueMap<String, String> sent) {
    drafts.keep(me.id(), OrganizationForm.sent(sent).typed());
    FileId id = FileId.of(file).filter(one -> drafts.remove(me.id(), one)).orElseThrow(() -> new NotFound("paper " + file));
    files.delete(id);
    return View.seeOther("/organizations/new#documents");
  }

  private OrganizationId store(SignedIn me, Profile profile) {
    OrganizationId id = organizations.register(profile, me.id());
    drafts.of(me.id()).files().forEach(file -> documents.add(id, file, "registration"));
    drafts.forget(me.id());
    return id;
  }

  private void takePapers(SignedIn me, List<MultipartFile> papers, Problems problems) {
    if (papers != null) uploads.take(me.id(), papers, drafts.of(me.id()).files().size(), problems, file -> drafts.add(me.id(), file));
  }

  private long waiting(SignedIn me) {
    return organizations.ofMember(me.id()).stream().filter(one -> one.organization().state() == OrganizationState.WAITING).count();
  }

  private ModelAndView show(SignedIn me, OrganizationForm form, Problems problems, HttpServletRequest request) {
    Object[] parameters = {"form", form, "problems", problems, "choices", FormChoices.in(pages.page(request).words(), taxonomy),
        "papers", files.find(drafts.of(me.id()).files())};
    return problems.any() ? View.unprocessable("organizations/new", parameters) : View.of("organizations/new", parameters);
  }
}
