package dz.linatatawwa.participation.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.ApplyForm;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.volunteers.Joining;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From an opportunity to an application: one press for somebody signed in, three screens for a visitor without an account. */
@Controller
class ApplyPages {

  private final Participation participation;
  private final ApplyView view;
  private final Joining joining;
  private final Volunteers volunteers;
  private final PageMaker pages;

  ApplyPages(Participation participation, ApplyView view, Joining joining, Volunteers volunteers, PageMaker pages) {
    this.participation = participation;
    this.view = view;
    this.joining = joining;
    this.volunteers = volunteers;
    this.pages = pages;
  }

  @GetMapping("/opportunities/{id}/apply")
  ModelAndView form(@PathVariable long id, ApplyForm form, Optional<SignedIn> me, HttpServletRequest request) {
    Opportunity opportunity = view.open(id);
    Optional<Application> standing = me.flatMap(who -> chosen(opportunity, form).flatMap(shift -> participation.standing(who.id(), shift)));
    if (standing.isPresent()) return View.seeOther(done(id, form));
    return View.of("participation/apply", view.form(opportunity, form, me, Problems.none(), null, request));
  }

  @PostMapping("/opportunities/{id}/applications")
  ModelAndView apply(@PathVariable long id, ApplyForm form, Optional<SignedIn> me, HttpServletRequest request, HttpServletResponse response) {
    Opportunity opportunity = view.open(id);
    Optional<ShiftId> shift = chosen(opportunity, form);
    Problems problems = Problems.none();
    if (shift.isEmpty()) problems.add("shift", "participation.problem.shift");
    if (me.isPresent() && shift.isPresent()) return ended(opportunity, form, me.get().id(), shift.get(), me, request);
    if (me.isEmpty() && shift.isPresent()) {
      problems = joining.ask(ApplyForm.text(form.name()), ApplyForm.text(form.contact()), pages.page(request).language(), request, response);
    }
    return problems.any() ? View.unprocessable("participation/apply", view.form(opportunity, form, me, problems, null, request))
        : View.seeOther("/opportunities/" + id + "/apply/code" + form.query());
  }

  @GetMapping("/opportunities/{id}/apply/code")
  ModelAndView code(@PathVariable long id, ApplyForm form, HttpServletRequest request) {
    view.open(id);
    return joining.asked(request).map(contact -> View.of("volunteers/code", code(id, form, contact.shown(), Problems.none())))
        .orElseGet(() -> View.seeOther("/opportunities/" + id + "/apply" + form.query()));
  }

  @PostMapping("/opportunities/{id}/apply/code")
  ModelAndView check(@PathVariable long id, ApplyForm form, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
      HttpServletResponse response) {
    Opportunity opportunity = view.open(id);
    String contact = joining.asked(request).map(c -> c.shown()).orElse("");
    return switch (joining.code(code, request, response)) {
      case Joining.Coded.Known(var account) -> known(opportunity, form, account, request);
      case Joining.Coded.Proved() -> View.seeOther("/opportunities/" + id + "/apply/facts" + form.query());
      case Joining.Coded.Asleep() -> View.seeOther("/sign-in/asleep?to=" + URLEncoder.encode("/opportunities/" + id + "/apply" + form.query(), StandardCharsets.UTF_8));
      case Joining.Coded.Wrong(var problems) -> View.unprocessable("volunteers/code", code(id, form, contact, problems));
    };
  }

  @GetMapping("/opportunities/{id}/apply/facts")
  ModelAndView facts(@PathVariable long id, ApplyForm form, Optional<SignedIn> me, HttpServletRequest request) {
    Opportunity opportunity = view.open(id);
    if (me.isEmpty() && !joining.proved(request)) return View.seeOther("/opportunities/" + id + "/apply" + form.query());
    String wilaya = opportunity.wilaya() == null ? "" : opportunity.wilaya().value();
    String commune = opportunity.commune() == null ? "" : opportunity.commune().value();
    return View.of("volunteers/facts", facts(id, form, new Joining.Facts("", "", wilaya, commune), joining.nameNeeded(me, request), Problems.none()));
  }

  @PostMapping("/opportunities/{id}/apply/facts")
  ModelAndView finish(@PathVariable long id, ApplyForm form, Optional<SignedIn> me, @RequestParam(defaultValue = "") String birthYear,
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String commune, HttpServletRequest request,
      HttpServletResponse response) {
    Opportunity opportunity = view.open(id);
    Joining.Facts typed = new Joining.Facts(name, birthYear, wilaya, commune);
    return switch (joining.finish(typed, me, pages.page(request).language(), request, response)) {
      case Joining.Finished.Welcome(var account, var guardian) -> known(opportunity, form, account, request);
      case Joining.Finished.Again(var problems) -> View.unprocessable("volunteers/facts", facts(id, form, typed, joining.nameNeeded(me, request), problems));
      case Joining.Finished.Restart() -> View.seeOther("/opportunities/" + id + "/apply" + form.query());
    };
  }

  @GetMapping("/opportunities/{id}/apply/done")
  ModelAndView done(@PathVariable long id, ApplyForm form, SignedIn me, HttpServletRequest request) {
    ShiftFacts facts = facts(id, form);
    Application standing = participation.standing(me.id(), facts.id()).orElseThrow(() -> new NotFound("no application of " + me.id()));
    return View.of("participation/done", "facts", facts, "standing", standing, "place", view.place(facts, request), "parts", view.after(me, facts, standing, request), "share",
        view.link("/opportunities/" + id), "minor", volunteers.find(me.id()).map(volunteers::isMinor).orElse(false));
  }

  /** Applies for somebody who has just shown who they are; what stops it is said on the form, now as signed in. */
  private ModelAndView known(Opportunity opportunity, ApplyForm form, AccountId account, HttpServletRequest request) {
    Optional<ShiftId> shift = chosen(opportunity, form);
    if (shift.isEmpty()) return View.seeOther("/opportunities/" + opportunity.id() + "/apply");
    return switch (participation.apply(account, shift.get(), wish(form))) {
      case Application.Placed _, Application.Waiting _, Application.Pending _ -> View.seeOther(done(opportunity.id().value(), form));
      case Application.Refused(var why) when why == Application.Reason.NOT_A_VOLUNTEER ->
          View.seeOther("/opportunities/" + opportunity.id() + "/apply/facts" + form.query());
      case Application.Refused(var why) when why == Application.Reason.GUARDIAN_NEEDED -> guardian();
      case Application.Refused(var why) ->
          View.seeOther("/opportunities/" + opportunity.id() + "/apply" + form.query(), View.refusing("participation.refused." + why.code()));
      case Application.Clash _, Application.Unmet _ -> View.seeOther("/opportunities/" + opportunity.id() + "/apply" + form.query());
    };
  }

  private ModelAndView ended(Opportunity opportunity, ApplyForm form, AccountId account, ShiftId shift, Optional<SignedIn> me,
      HttpServletRequest request) {
    return switch (participation.apply(account, shift, wish(form))) {
      case Application.Placed _, Application.Waiting _, Application.Pending _ -> View.seeOther(done(opportunity.id().value(), form));
      case Application.Clash clash ->
          View.unprocessable("participation/apply", view.form(opportunity, form, me, Problems.none(), clash, request));
      case Application.Unmet(var lack) -> View.unprocessable("participation/apply", view.form(opportunity, form, me, Problems.none(), null, request));
      case Application.Refused(var why) when why == Application.Reason.NOT_A_VOLUNTEER ->
          View.seeOther("/opportunities/" + opportunity.id() + "/apply/facts" + form.query());
      case Application.Refused(var why) when why == Application.Reason.GUARDIAN_NEEDED -> guardian();
      case Application.Refused(var why) -> View.unprocessable("participation/apply",
          view.form(opportunity, form, me, Problems.none().add(why == Application.Reason.COMPANION ? "companion" : "shift", "participation.refused." + why.code()),
              null, request));
    };
  }

  private Wish wish(ApplyForm form) {
    String code = form.companionCode();
    return form.wish(code.isEmpty() || code.length() > 12 ? null : volunteers.byCode(code).map(companion -> companion.id().value()).orElse(null));
  }

  private static ModelAndView guardian() {
    return View.seeOther("/guardian", View.refusing("participation.refused." + Application.Reason.GUARDIAN_NEEDED.code()));
  }

  /** The chosen shift, if it is one of this opportunity's. */
  private Optional<ShiftId> chosen(Opportunity opportunity, ApplyForm form) {
    return form.shiftId().filter(shift -> view.belongs(opportunity, shift));
  }

  private ShiftFacts facts(long id, ApplyForm form) {
    ShiftFacts facts = participation.facts(form.shiftId().orElseThrow(() -> new NotFound("no shift")));
    if (facts.opportunityId() != id) throw new NotFound("shift of another opportunity");
    return facts;
  }

  private static String done(long id, ApplyForm form) {
    return "/opportunities/" + id + "/apply/done" + form.query();
  }

  private static Object[] code(long id, ApplyForm form, String contact, Problems problems) {
    String base = "/opportunities/" + id + "/apply";
    return new Object[] {"action", base + "/code" + form.query(), "back", base + form.query(), "contact", contact, "title",
        "participation.apply.title", "problems", problems};
  }

  private static Object[] facts(long id, ApplyForm form, Joining.Facts facts, boolean askName, Problems problems) {
    return new Object[] {"action", "/opportunities/" + id + "/apply/facts" + form.query(), "facts", facts, "title", "participation.apply.title",
        "askName", askName, "problems", problems};
  }
}
