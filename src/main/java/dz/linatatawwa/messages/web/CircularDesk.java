package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.messages.Circular;
import dz.linatatawwa.messages.CircularDraft;
import dz.linatatawwa.messages.CircularText;
import dz.linatatawwa.messages.Circulars;
import dz.linatatawwa.messages.Template;
import dz.linatatawwa.messages.Templates;
import dz.linatatawwa.messages.Told;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an organisation tells all who come: writing it, looking at it before it goes, sending it, how it went, stopping it. */
@Controller
@RequestMapping(CircularDesk.CIRCULARS)
class CircularDesk {

  static final String CIRCULARS = MessagesDesk.DESK + "/circulars";

  private final Circulars circulars;
  private final Templates templates;
  private final CircularForms forms;
  private final Desks desks;
  private final PageMaker pages;
  private final Clock clock;

  CircularDesk(Circulars circulars, Templates templates, CircularForms forms, Desks desks, PageMaker pages, Clock clock) {
    this.circulars = circulars;
    this.templates = templates;
    this.forms = forms;
    this.desks = desks;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String before) {
    Desk desk = desk(me, organization);
    return View.of("messages/circulars", "desk", desk, "found", circulars.of(desk.organization().id(), Asking.number(before)), "first", before.isEmpty());
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String reach, @RequestParam(defaultValue = "") String template,
      HttpServletRequest request) {
    Desk desk = desk(me, organization);
    Page page = pages.page(request);
    CircularText text = templates.find(desk.organization().id(), template, page.language()).map(Template::text).orElse(CircularText.EMPTY);
    return forms.page(desk, new CircularForm(reach, false, false, text), Problems.none(), page);
  }

  /** As it will be read, and by how many; nothing is sent. */
  @PostMapping("/preview")
  ModelAndView preview(SignedIn me, @PathVariable long organization, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    Page page = pages.page(request);
    CircularForm form = CircularForm.typed(typed);
    Problems problems = form.problems(typed);
    Optional<CircularDraft> draft = form.draft(problems);
    if (draft.isEmpty()) return forms.page(desk, form, problems, page);
    Told told = circulars.look(desk.organization(), draft.get());
    return told instanceof Told.Ready ready
        ? View.of("messages/circularpreview", "desk", desk, "form", form, "ready", ready, "choice", forms.name(desk, draft.get().reach(), page))
        : forms.page(desk, form, forms.refused(told, problems, page), page);
  }

  /** Back from the preview to the form, with everything that was typed. */
  @PostMapping("/changing")
  ModelAndView change(SignedIn me, @PathVariable long organization, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    return forms.page(desk(me, organization), CircularForm.typed(typed), Problems.none(), pages.page(request));
  }

  @PostMapping
  ModelAndView send(SignedIn me, @PathVariable long organization, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
    Desk desk = desk(me, organization);
    Page page = pages.page(request);
    CircularForm form = CircularForm.typed(typed);
    Problems problems = form.problems(typed);
    Optional<CircularDraft> draft = form.draft(problems);
    if (draft.isEmpty()) return forms.page(desk, form, problems, page);
    Told told = circulars.send(me.id(), desk.organization(), draft.get());
    if (told instanceof Told.Ready ready) return sent(desk, ready, draft.get().urgent());
    ModelAndView again = forms.page(desk, form, forms.refused(told, problems, page), page);
    if (!(told instanceof Told.TooOften often)) return again;
    response.setHeader("Retry-After", Long.toString(Math.max(1, often.pause().toSeconds())));
    again.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return again;
  }

  private static ModelAndView sent(Desk desk, Told.Ready ready, boolean urgent) {
    String path = desk.address("/messages/circulars/" + ready.id());
    return View.seeOther(path, urgent ? View.saying("messages.said.told", ready.people()) : View.sayingWithUndo(path + "/stop", "messages.said.tells", ready.people()));
  }

  @GetMapping("/{id:[1-9]\\d{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long organization, @PathVariable long id) {
    Desk desk = desk(me, organization);
    Circular one = circulars.find(desk.organization().id(), id);
    boolean held = one.text().told() == 0 && !one.urgent() && clock.instant().isBefore(one.madeAt().plus(Circulars.GRACE));
    return View.of("messages/circular", "desk", desk, "one", one, "readers", circulars.readers(one), "held", held);
  }

  @PostMapping("/{id:[1-9]\\d{0,17}}/stop")
  ModelAndView stop(SignedIn me, @PathVariable long organization, @PathVariable long id) {
    Desk desk = desk(me, organization);
    circulars.stop(me.id(), desk.organization().id(), id);
    return View.seeOther(desk.address("/messages/circulars/" + id), View.saying("messages.said.stopped"));
  }

  private Desk desk(SignedIn me, long organization) {
    return desks.openToRun(me.id(), new OrganizationId(organization));
  }
}
