package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.OwnOpportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityForm;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.opportunities.Publishing;
import dz.linatatawwa.opportunities.ShiftForm;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation's own opportunities: listed, drafted, published, changed, ended, copied. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/opportunities")
class DeskOpportunityPages {

  private final Desks desks;
  private final OwnOpportunities lists;
  private final DeskEditor editor;
  private final Publishing publishing;
  private final Clock clock;

  DeskOpportunityPages(Desks desks, OwnOpportunities lists, DeskEditor editor, Publishing publishing, Clock clock) {
    this.desks = desks;
    this.lists = lists;
    this.editor = editor;
    this.publishing = publishing;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(@PathVariable long oid, @RequestParam(defaultValue = "published") String state, @RequestParam(defaultValue = "1") String page,
      SignedIn me) {
    OrganizationId id = DeskEditor.organization(oid);
    Desk desk = desks.open(me.id(), id);
    State shown = Optional.of(state).filter(s -> s.matches("draft|published|closed|cancelled|withheld")).map(s -> State.valueOf(s.toUpperCase(java.util.Locale.ROOT)))
        .orElse(State.PUBLISHED);
    int number = page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
    return View.of("opportunities/desklist", "desk", desk, "shown", shown, "counts", lists.counts(id), "lines", lists.list(id, shown, number));
  }

  @GetMapping("/new")
  ModelAndView blank(@PathVariable long oid, @RequestParam(defaultValue = "") String campaign, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
    start.add("campaign", campaign);
    start.add("minAge", "16");
    start.add("wilaya", desk.organization().profile().seat().wilaya().value());
    start.add("commune", desk.organization().profile().seat().commune().value());
    return editor.blank(desk, OpportunityForm.read(start), Problems.none());
  }

  @PostMapping
  ModelAndView draft(@PathVariable long oid, @RequestParam MultiValueMap<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    OpportunityForm form = OpportunityForm.read(sent);
    Problems problems = Problems.none();
    Optional<OpportunityId> made = publishing.draft(desk.organization().id(), form, problems, me.id());
    return made.map(id -> View.seeOther(DeskEditor.address(desk, id) + "#shifts", View.saying("opportunities.saved.draft")))
        .orElseGet(() -> editor.blank(desk, form, problems));
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView edit(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.open(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    return editor.page(desk, it, OpportunityForm.of(it), ShiftForm.empty(), Problems.none());
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}")
  ModelAndView save(@PathVariable long oid, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    OpportunityForm form = OpportunityForm.read(sent);
    Problems problems = publishing.save(it.id(), form, me.id());
    if (problems.any()) return editor.page(desk, it, form, ShiftForm.empty(), problems);
    return View.seeOther(DeskEditor.address(desk, it.id()), View.saying(it.published() ? "opportunities.saved.told" : "opportunities.saved"));
  }

  /** A draft keeps itself while it is typed; what is wrong with it is said when it is sent. */
  @PostMapping("/{id:[1-9][0-9]{0,17}}/autosave")
  ResponseEntity<Void> autosave(@PathVariable long oid, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, SignedIn me) {
    Opportunity it = editor.own(desks.openToRun(me.id(), DeskEditor.organization(oid)), id);
    if (it.state() != State.DRAFT) return ResponseEntity.status(HttpStatus.CONFLICT).build();
    Problems problems = publishing.save(it.id(), OpportunityForm.read(sent), me.id());
    return ResponseEntity.status(problems.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.NO_CONTENT).build();
  }

  @GetMapping("/{id:[1-9][0-9]{0,17}}/preview")
  ModelAndView preview(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    return editor.preview(editor.own(desks.open(me.id(), DeskEditor.organization(oid)), id));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/publication")
  ModelAndView publish(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    Problems problems = publishing.publish(it.id(), me.id());
    if (problems.any()) return editor.page(desk, it, OpportunityForm.of(it), ShiftForm.empty(), problems);
    boolean waits = editor.own(desk, id).state() == State.WITHHELD;
    return View.seeOther(DeskEditor.address(desk, it.id()), View.saying(waits ? "opportunities.published.waits" : "opportunities.published"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/closure")
  ModelAndView close(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    publishing.close(it.id(), me.id());
    return View.seeOther(DeskEditor.address(desk, it.id()),
        View.sayingWithUndo(DeskEditor.address(desk, it.id()) + "/publication", "opportunities.closed.done"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/cancellation")
  ModelAndView cancel(@PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "") String reason, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    Problems problems = DeskEditor.reason(reason);
    if (problems.any()) return editor.page(desk, it, OpportunityForm.of(it), ShiftForm.empty(), problems);
    publishing.cancel(it.id(), Typed.line(reason), me.id());
    return View.seeOther(DeskEditor.address(desk, it.id()), View.saying("opportunities.cancelled.done"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/copies")
  ModelAndView copy(@PathVariable long oid, @PathVariable long id, @RequestParam(defaultValue = "") String firstDay, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    LocalDate first = day(firstDay);
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    if (first == null || first.isBefore(today) || first.isAfter(today.plusYears(2))) {
      return editor.page(desk, it, OpportunityForm.of(it), ShiftForm.empty(), Problems.none().add("firstDay", "opportunities.copy.day"));
    }
    return View.seeOther(DeskEditor.address(desk, publishing.duplicate(it.id(), first, me.id())), View.saying("opportunities.copied"));
  }

  @PostMapping("/{id:[1-9][0-9]{0,17}}/removal")
  ModelAndView discard(@PathVariable long oid, @PathVariable long id, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    boolean gone = publishing.discard(editor.own(desk, id).id());
    return gone ? View.seeOther(desk.address("/opportunities?state=draft"), View.saying("opportunities.discarded"))
        : View.seeOther(desk.address("/opportunities/" + id));
  }

  private static @org.jspecify.annotations.Nullable LocalDate day(String typed) {
    try {
      return LocalDate.parse(dz.linatatawwa.language.Digits.latin(Typed.line(typed)));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
