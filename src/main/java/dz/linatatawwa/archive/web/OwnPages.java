package dz.linatatawwa.archive.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.archive.CampaignOperations;
import dz.linatatawwa.archive.Operation;
import dz.linatatawwa.archive.OperationId;
import dz.linatatawwa.archive.Operations;
import dz.linatatawwa.archive.OperationPapers;
import dz.linatatawwa.archive.OperationPictures;
import dz.linatatawwa.archive.Saved;
import dz.linatatawwa.archive.Told;
import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.files.Kept;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What somebody tells of past operations, for their organisation or for a group that is none of ours: to write, to look at as others will, to send, to change. */
@Controller
@RequestMapping("/archive/operations")
class OwnPages {

  private static final String ID = "/{id:[1-9]\\d{0,17}}";
  private static final String AT = "/archive/operations/";

  private final Operations operations;
  private final CampaignOperations campaigns;
  private final OperationPictures pictures;
  private final OperationPapers papers;
  private final Organizations organizations;
  private final Volunteers volunteers;
  private final OperationChoices choices;
  private final PageMaker pages;
  private final Units unitList;

  OwnPages(Operations operations, CampaignOperations campaigns, OperationPictures pictures, OperationPapers papers, Organizations organizations, Volunteers volunteers,
      OperationChoices choices, PageMaker pages, Units unitList) {
    this.operations = operations;
    this.campaigns = campaigns;
    this.pictures = pictures;
    this.papers = papers;
    this.organizations = organizations;
    this.volunteers = volunteers;
    this.choices = choices;
    this.pages = pages;
    this.unitList = unitList;
  }

  @GetMapping
  ModelAndView mine(SignedIn me, @RequestParam(defaultValue = "1") String page) {
    return View.of("archive/mine", "rows", operations.of(me.id(), page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1), "bodies",
        organizations.ofMember(me.id()).stream().filter(membership -> membership.role().runs()).map(membership -> membership.organization()).toList());
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me, @RequestParam(defaultValue = "") String organization, HttpServletRequest request) {
    OrganizationId owner = owner(me, organization);
    if (owner == null && volunteers.find(me.id()).isEmpty()) return View.seeOther("/join/facts");
    if (owner == null && minor(me)) return View.of("archive/adults");
    return form(null, owner, OperationForm.blank(), Problems.none(), request);
  }

  /** Who tells for no organisation must be of age: nobody else answers for what is told. */
  private boolean minor(SignedIn me) {
    return volunteers.minors(Set.of(me.id())).contains(me.id());
  }

  private @Nullable OrganizationId owner(SignedIn me, String organization) {
    if (organization.isEmpty()) return null;
    if (!organization.matches("[1-9]\\d{0,17}")) throw new NotFound("organisation " + organization);
    OrganizationId id = new OrganizationId(Long.parseLong(organization));
    organizations.runBy(me.id(), id);
    return id;
  }

  @PostMapping
  ModelAndView tell(SignedIn me, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    OrganizationId owner = owner(me, typed.getOrDefault("organization", ""));
    if (owner == null && (volunteers.find(me.id()).isEmpty() || minor(me))) return View.seeOther(AT + "new");
    return save(me, null, owner, typed, request);
  }

  @GetMapping(ID)
  ModelAndView show(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    return shown(operations.own(me.id(), new OperationId(id)), Problems.none(), "", request);
  }

  @GetMapping(ID + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long id, HttpServletRequest request) {
    Operation operation = operations.own(me.id(), new OperationId(id));
    if (!operation.living()) return View.seeOther(AT + id);
    return form(operation, operation.told().organization(), OperationForm.of(operation.told(), OperationChoices.fieldOrActivity(operation.told())), Problems.none(), request);
  }

  @PostMapping(ID)
  ModelAndView change(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Operation operation = operations.own(me.id(), new OperationId(id));
    return save(me, operation, operation.told().organization(), typed, request);
  }

  private ModelAndView save(SignedIn me, @Nullable Operation before, @Nullable OrganizationId owner, Map<String, String> typed, HttpServletRequest request) {
    OperationForm form = new OperationForm(typed);
    Problems problems = Problems.none();
    if (before != null && before.campaign() != null && !form.get("hours").isBlank()) problems.add("hours", "archive.problem.campaignHours");
    Optional<Told> told = form.read(owner, choices::commune, choices::about, unitList.of(GoodsKind.ACHIEVED), problems);
    if (told.isEmpty()) return form(before, owner, form, problems, request);
    return switch (operations.save(me.id(), before == null ? null : before.id(), told.get())) {
      case Saved.Done(OperationId id) -> {
        boolean sent = form.get("deed").equals("send") && operations.send(me.id(), id);
        yield View.seeOther(AT + id, View.saying(sent ? "archive.said.sent" : "archive.said.saved"));
      }
      case Saved.Unfit(String field, String key, java.util.List<Object> arguments) -> form(before, owner, form, problems.add(field(field, form), key, arguments.toArray()), request);
      case Saved.TooLate late -> View.seeOther(AT + (before == null ? "" : before.id()), View.refusing("archive.said.tooLate"));
    };
  }

  /** The part of the form in which the day was typed. */
  private static String field(String field, OperationForm form) {
    boolean rough = !form.get("precision").equals("day");
    return rough && (field.equals("first") || field.equals("last")) ? "year" : field;
  }

  @PostMapping(ID + "/sending")
  ModelAndView send(SignedIn me, @PathVariable long id) {
    boolean sent = operations.send(me.id(), new OperationId(id));
    return View.seeOther(AT + id, View.saying(sent ? "archive.said.sent" : "archive.said.tooLate"));
  }

  @PostMapping(ID + "/withdrawal")
  ModelAndView withdraw(SignedIn me, @PathVariable long id) {
    boolean gone = operations.withdraw(me.id(), new OperationId(id));
    return gone ? View.seeOther(AT + id, View.sayingWithUndo(AT + id + "/return", "archive.said.withdrawn")) : View.seeOther(AT + id, View.refusing("archive.said.tooLate"));
  }

  @PostMapping(ID + "/return")
  ModelAndView takeUp(SignedIn me, @PathVariable long id) {
    operations.takeUp(me.id(), new OperationId(id));
    return View.seeOther(AT + id, View.saying("archive.said.draft"));
  }

  @PostMapping(ID + "/pictures")
  ModelAndView addPicture(SignedIn me, @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile picture, @RequestParam(defaultValue = "") String alt,
      @RequestParam(defaultValue = "false") boolean consent, HttpServletRequest request) {
    Operation operation = operations.own(me.id(), new OperationId(id));
    Problems problems = Problems.none();
    String said = Typed.line(alt);
    if (picture == null || picture.isEmpty()) problems.add("picture", "files.problem.empty");
    if (said.length() < 3) problems.add("alt", "archive.problem.alt");
    if (said.length() > 200) problems.add("alt", "site.problem.tooLong", 200);
    if (!consent) problems.add("consent", "archive.problem.consent");
    if (problems.any() || picture == null) return shown(operation, problems, alt, request);
    return answered(operation, operations.addPicture(me.id(), operation.id(), picture, said), "picture", alt, request);
  }

  private ModelAndView answered(Operation operation, Optional<Kept.Refused> refused, String field, String alt, HttpServletRequest request) {
    if (refused.isEmpty()) return View.seeOther(AT + operation.id() + "#" + field, View.saying("archive.said.added"));
    return shown(operation, Problems.none().add(field, refused.get().key(), refused.get().arguments().toArray()), alt, request);
  }

  @PostMapping(ID + "/pictures/{file}/removal")
  ModelAndView removePicture(SignedIn me, @PathVariable long id, @PathVariable String file) {
    operations.removePicture(me.id(), new OperationId(id), FileId.of(file).orElseThrow(() -> new NotFound("picture " + file)));
    return View.seeOther(AT + id + "#picture", View.saying("archive.said.removed"));
  }

  @PostMapping(ID + "/documents")
  ModelAndView addPaper(SignedIn me, @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile document, HttpServletRequest request) {
    Operation operation = operations.own(me.id(), new OperationId(id));
    if (document == null || document.isEmpty()) return shown(operation, Problems.none().add("document", "files.problem.empty"), "", request);
    return answered(operation, operations.addPaper(me.id(), operation.id(), document), "document", "", request);
  }

  @PostMapping(ID + "/documents/{file}/removal")
  ModelAndView removePaper(SignedIn me, @PathVariable long id, @PathVariable String file) {
    operations.removePaper(me.id(), new OperationId(id), FileId.of(file).orElseThrow(() -> new NotFound("document " + file)));
    return View.seeOther(AT + id + "#document", View.saying("archive.said.removed"));
  }

  @PostMapping("/campaigns/{campaign:[1-9]\\d{0,17}}")
  ModelAndView ofCampaign(SignedIn me, @PathVariable long campaign) {
    return View.seeOther(AT + campaigns.make(me.id(), new CampaignId(campaign)), View.saying("archive.said.made"));
  }

  private ModelAndView form(@Nullable Operation before, @Nullable OrganizationId owner, OperationForm form, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"operation", before, "organization", owner == null ? "" : owner.toString(), "form", form, "activities", choices.activities(words),
        "months", choices.months(words), "units", unitList.of(GoodsKind.ACHIEVED), "problems", problems};
    return problems.any() ? View.unprocessable("archive/form", parameters) : View.of("archive/form", parameters);
  }

  private ModelAndView shown(Operation operation, Problems problems, String alt, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"operation", operation, "pictures", pictures.of(operation.id()), "papers", papers.of(operation.id()), "place", choices.place(operation, words),
        "field", choices.field(operation, words.language()), "alt", alt, "problems", problems,
        "attended", operation.campaign() == null ? 0L : campaigns.attendedMinutes(operation.campaign())};
    return problems.any() ? View.unprocessable("archive/own", parameters) : View.of("archive/own", parameters);
  }
}
