package dz.linatatawwa.messages.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.messages.CircularText;
import dz.linatatawwa.messages.Template;
import dz.linatatawwa.messages.Templates;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Texts that an organisation keeps for its circulars. */
@Controller
@RequestMapping(CircularDesk.CIRCULARS + "/templates")
class TemplateDesk {

  private static final String ONE = "/{template:[1-9]\\d{0,17}}";
  private static final int LABEL = 80;

  private final Templates templates;
  private final Desks desks;
  private final PageMaker pages;

  TemplateDesk(Templates templates, Desks desks, PageMaker pages) {
    this.templates = templates;
    this.desks = desks;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long organization, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    return View.of("messages/templates", "desk", desk, "own", templates.own(desk.organization().id()), "given", templates.given(pages.page(request).language()));
  }

  @GetMapping("/new")
  ModelAndView form(SignedIn me, @PathVariable long organization, @RequestParam(defaultValue = "") String like, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    Template given = templates.find(desk.organization().id(), like, pages.page(request).language()).orElse(new Template("", "", CircularText.EMPTY));
    return page(desk, 0, given.label(), given.text(), Problems.none(), request);
  }

  @PostMapping
  ModelAndView add(SignedIn me, @PathVariable long organization, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    String label = Typed.line(typed.get("label"));
    CircularText text = CircularText.typed(typed);
    Problems problems = problems(label, text, typed);
    if (!problems.any() && !templates.add(me.id(), desk.organization().id(), label, text)) problems.add("label", "messages.problem.template", Templates.MOST);
    return problems.any() ? page(desk, 0, label, text, problems, request) : View.seeOther(desk.address("/messages/circulars/templates"), View.saying("messages.said.kept"));
  }

  @GetMapping(ONE)
  ModelAndView edit(SignedIn me, @PathVariable long organization, @PathVariable long template, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    Template one = find(desk, template, request);
    return page(desk, template, one.label(), one.text(), Problems.none(), request);
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long organization, @PathVariable long template, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Desk desk = desk(me, organization);
    find(desk, template, request);
    String label = Typed.line(typed.get("label"));
    CircularText text = CircularText.typed(typed);
    Problems problems = problems(label, text, typed);
    if (!problems.any() && !templates.change(desk.organization().id(), template, label, text)) problems.add("label", "messages.problem.template", Templates.MOST);
    return problems.any() ? page(desk, template, label, text, problems, request) : View.seeOther(desk.address("/messages/circulars/templates"), View.saying("messages.said.kept"));
  }

  @PostMapping(ONE + "/removal")
  ModelAndView remove(SignedIn me, @PathVariable long organization, @PathVariable long template) {
    Desk desk = desk(me, organization);
    if (!templates.remove(me.id(), desk.organization().id(), template)) throw new NotFound("template " + template);
    String all = desk.address("/messages/circulars/templates");
    return View.seeOther(all, View.sayingWithUndo(all + "/" + template + "/return", "messages.said.removed"));
  }

  @PostMapping(ONE + "/return")
  ModelAndView bringBack(SignedIn me, @PathVariable long organization, @PathVariable long template) {
    Desk desk = desk(me, organization);
    if (!templates.bringBack(desk.organization().id(), template)) throw new NotFound("template " + template);
    return View.seeOther(desk.address("/messages/circulars/templates"), View.saying("messages.said.kept"));
  }

  private static Problems problems(String label, CircularText text, Map<String, String> typed) {
    Problems problems = Problems.none();
    if (label.length() < 2) problems.add("label", "site.problem.required");
    if (label.length() > LABEL) problems.add("label", "site.problem.tooLong", LABEL);
    if (Typed.deceives(typed.get("label"))) problems.add("label", "site.problem.characters");
    text.look(typed, problems);
    return problems;
  }

  private Template find(Desk desk, long template, HttpServletRequest request) {
    return templates.find(desk.organization().id(), "own-" + template, pages.page(request).language()).orElseThrow(() -> new NotFound("template " + template));
  }

  private ModelAndView page(Desk desk, long number, String label, CircularText text, Problems problems, HttpServletRequest request) {
    Object[] parameters = {"desk", desk, "number", number, "label", label, "text", text, "gaps", CircularForms.gaps(pages.page(request).words()), "problems", problems};
    return problems.any() ? View.unprocessable("messages/template", parameters) : View.of("messages/template", parameters);
  }

  private Desk desk(SignedIn me, long organization) {
    return desks.openToRun(me.id(), new OrganizationId(organization));
  }
}
