package dz.linatatawwa.opportunities.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityForm;
import dz.linatatawwa.opportunities.Shift;
import dz.linatatawwa.opportunities.ShiftForm;
import dz.linatatawwa.opportunities.Shifts;
import dz.linatatawwa.opportunities.State;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shifts of an organisation's opportunity: added, repeated, changed, called off. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/opportunities/{id:[1-9][0-9]{0,17}}")
class DeskShiftPages {

  private final Desks desks;
  private final DeskEditor editor;
  private final Shifts shifts;
  private final PageMaker pages;

  DeskShiftPages(Desks desks, DeskEditor editor, Shifts shifts, PageMaker pages) {
    this.desks = desks;
    this.editor = editor;
    this.shifts = shifts;
    this.pages = pages;
  }

  @PostMapping("/shifts")
  ModelAndView add(@PathVariable long oid, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    ShiftForm form = ShiftForm.read(sent);
    return added(desk, it, form, shifts.add(it.id(), form));
  }

  @PostMapping("/series")
  ModelAndView repeat(@PathVariable long oid, @PathVariable long id, @RequestParam MultiValueMap<String, String> sent, SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    ShiftForm form = ShiftForm.read(sent);
    return added(desk, it, form, shifts.repeat(it.id(), form));
  }

  @GetMapping("/shifts/{sid:[1-9][0-9]{0,17}}")
  ModelAndView edit(@PathVariable long oid, @PathVariable long id, @PathVariable long sid, SignedIn me, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    Shift shift = editor.own(it, sid);
    return View.of("opportunities/deskshift", "desk", desk, "opportunity", it, "shift", shift,
        "form", ShiftForm.of(shift, pages.page(request).words()), "problems", Problems.none());
  }

  @PostMapping("/shifts/{sid:[1-9][0-9]{0,17}}")
  ModelAndView change(@PathVariable long oid, @PathVariable long id, @PathVariable long sid, @RequestParam MultiValueMap<String, String> sent,
      SignedIn me) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    Shift shift = editor.own(it, sid);
    ShiftForm form = ShiftForm.read(sent);
    Problems problems = shifts.change(shift.id(), form, me.id());
    if (problems.any()) {
      return View.unprocessable("opportunities/deskshift", "desk", desk, "opportunity", it, "shift", shift, "form", form, "problems", problems);
    }
    return View.seeOther(DeskEditor.address(desk, it.id()) + "#shifts", View.saying("opportunities.shift.saved"));
  }

  @PostMapping("/shifts/{sid:[1-9][0-9]{0,17}}/cancellation")
  ModelAndView cancel(@PathVariable long oid, @PathVariable long id, @PathVariable long sid, @RequestParam(defaultValue = "") String reason,
      SignedIn me, HttpServletRequest request) {
    Desk desk = desks.openToRun(me.id(), DeskEditor.organization(oid));
    Opportunity it = editor.own(desk, id);
    Shift shift = editor.own(it, sid);
    Problems problems = it.state() == State.DRAFT ? Problems.none() : DeskEditor.reason(reason);
    if (problems.any()) {
      return View.unprocessable("opportunities/deskshift", "desk", desk, "opportunity", it, "shift", shift,
          "form", ShiftForm.of(shift, pages.page(request).words()), "problems", problems);
    }
    shifts.cancel(shift.id(), Typed.line(reason), me.id());
    return View.seeOther(DeskEditor.address(desk, it.id()) + "#shifts", View.refusing("opportunities.shift.gone"));
  }

  private ModelAndView added(Desk desk, Opportunity it, ShiftForm form, Problems problems) {
    if (problems.any()) return editor.page(desk, it, OpportunityForm.of(it), form, problems);
    return View.seeOther(DeskEditor.address(desk, it.id()) + "#shifts", View.saying("opportunities.shift.added"));
  }
}
