package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Brought;
import dz.linatatawwa.means.Deliveries;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.NeedId;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Pledging;
import dz.linatatawwa.means.Wanted;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Goods on an organisation's desk: what it asks for, who promised what, what was brought. */
@Controller
@RequestMapping("/organizations/{oid:[1-9][0-9]{0,17}}/desk/means")
class NeedDesk {

  private static final String ONE = "/needs/{id:[1-9][0-9]{0,17}}";

  private final Desks desks;
  private final Needs needs;
  private final Pledging pledging;
  private final Deliveries deliveries;
  private final NeedForms forms;
  private final Accounts accounts;
  private final PageMaker pages;

  NeedDesk(Desks desks, Needs needs, Pledging pledging, Deliveries deliveries, NeedForms forms, Accounts accounts, PageMaker pages) {
    this.desks = desks;
    this.needs = needs;
    this.pledging = pledging;
    this.deliveries = deliveries;
    this.forms = forms;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") String page) {
    Desk desk = desk(me, oid);
    boolean open = !state.equals("closed");
    return View.of("means/needs", "desk", desk, "needs", needs.of(desk.organization().id(), open, Fields.page(page)), "open", open, "today", needs.today());
  }

  @GetMapping("/needs/new")
  ModelAndView blank(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String purpose, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    Map<String, String> typed = new HashMap<>(Map.of("purpose", purpose));
    String address = desk.organization().profile().seat().address();
    if (address != null) typed.put("bringTo", address);
    return form(desk, null, new Fields(typed, Problems.none()), request);
  }

  @PostMapping("/needs")
  ModelAndView ask(SignedIn me, @PathVariable long oid, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    Fields fields = Fields.of(typed);
    Optional<Wanted> wanted = forms.read(fields, null);
    if (wanted.isEmpty()) return form(desk, null, fields, request);
    Optional<NeedId> made = needs.ask(desk.organization(), forms.purpose(desk.organization().id(), fields.get("purpose")), wanted.get(), me.id());
    if (made.isPresent()) return View.seeOther(address(oid, made.get()), View.saying("means.said.asked"));
    fields.problems().add("item", "means.problem.needs", Needs.MOST);
    return form(desk, null, fields, request);
  }

  @GetMapping(ONE)
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Desk desk = desk(me, oid);
    return shown(desk, own(desk, id), Fields.of(Map.of()));
  }

  @GetMapping(ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable long oid, @PathVariable long id, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    Need need = own(desk, id);
    return form(desk, need, new Fields(NeedForms.typed(need), Problems.none()), request);
  }

  @PostMapping(ONE)
  ModelAndView change(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    Need need = own(desk, id);
    Fields fields = Fields.of(typed);
    Optional<Wanted> wanted = forms.read(fields, need);
    if (wanted.isEmpty()) return form(desk, need, fields, request);
    Optional<Integer> least = needs.change(need.id(), wanted.get());
    if (least.isEmpty()) return View.seeOther(address(oid, need.id()), View.saying("means.said.changed"));
    fields.problems().add("target", "means.problem.least", least.get());
    return form(desk, need, fields, request);
  }

  @PostMapping(ONE + "/closure")
  ModelAndView close(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Need need = own(desk(me, oid), id);
    needs.close(need.id(), me.id());
    return View.seeOther(address(oid, need.id()), View.saying("means.said.closed"));
  }

  @PostMapping(ONE + "/reopening")
  ModelAndView reopen(SignedIn me, @PathVariable long oid, @PathVariable long id) {
    Need need = own(desk(me, oid), id);
    needs.reopen(need.id());
    return View.seeOther(address(oid, need.id()), View.saying("means.said.reopened"));
  }

  /** Brought: of a promise, or without one. */
  @PostMapping(ONE + "/deliveries")
  ModelAndView receive(SignedIn me, @PathVariable long oid, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Desk desk = desk(me, oid);
    Need need = own(desk, id);
    Long pledge = Fields.id(typed.get("pledge"));
    Fields fields = Fields.of(typed);
    String field = pledge == null ? "amount" : "amount-" + pledge;
    int amount = fields.amount(field);
    if (fields.problems().any()) return shown(desk, need, fields);
    long line = deliveries.receive(need, pledge, null, fields.get("key"), amount, me.id());
    return View.seeOther(address(oid, need.id()) + "#brought", View.sayingWithUndo(address(oid, need.id()) + "/deliveries/" + line + "/reversal",
        pledge == null ? "means.said.brought" : "means.said.broughtThanks"));
  }

  @PostMapping(ONE + "/deliveries/{line:[1-9][0-9]{0,17}}/reversal")
  ModelAndView reverse(SignedIn me, @PathVariable long oid, @PathVariable long id, @PathVariable long line) {
    Need need = own(desk(me, oid), id);
    boolean now = deliveries.reverse(need, line, me.id());
    return View.seeOther(address(oid, need.id()) + "#brought", View.saying(now ? "means.said.reversed" : "means.said.reversedBefore"));
  }

  @PostMapping(ONE + "/pledges/{pledge:[1-9][0-9]{0,17}}/release")
  ModelAndView release(SignedIn me, @PathVariable long oid, @PathVariable long id, @PathVariable long pledge) {
    Need need = own(desk(me, oid), id);
    boolean now = pledging.release(need, pledge, me.id());
    return View.seeOther(address(oid, need.id()) + "#pledges", View.saying(now ? "means.said.released" : "means.said.notWaiting"));
  }

  static String address(long oid, NeedId id) {
    return "/organizations/" + oid + "/desk/means/needs/" + id;
  }

  private ModelAndView shown(Desk desk, Need need, Fields fields) {
    List<Brought> brought = deliveries.of(need.id());
    List<AccountId> people = brought.stream().map(Brought::by).distinct().toList();
    Object[] parameters = {"desk", desk, "need", need, "pledges", pledging.of(need.id()), "brought", brought, "names", accounts.names(people), "today", needs.today(),
        "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/need", parameters) : View.of("means/need", parameters);
  }

  private ModelAndView form(Desk desk, @Nullable Need need, Fields fields, HttpServletRequest request) {
    var page = pages.page(request);
    Map<String, Object> parameters = new HashMap<>(Map.of("desk", desk, "purposes", forms.purposes(desk.organization().id(), page), "units", forms.units(page), "today", needs.today(),
        "problems", fields.problems(), "typed", fields.typed()));
    if (need != null) parameters.put("need", need);
    Object[] pairs = parameters.entrySet().stream().flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue())).toArray();
    return fields.problems().any() ? View.unprocessable("means/needForm", pairs) : View.of("means/needForm", pairs);
  }

  private Need own(Desk desk, long id) {
    return needs.own(desk.organization().id(), new NeedId(id));
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), new OrganizationId(oid));
  }
}
