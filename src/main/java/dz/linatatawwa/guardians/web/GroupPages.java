package dz.linatatawwa.guardians.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.guardians.ConsentPapers;
import dz.linatatawwa.guardians.GroupKind;
import dz.linatatawwa.guardians.YouthGroup;
import dz.linatatawwa.guardians.YouthGroups;
import dz.linatatawwa.guardians.YouthMember;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import gg.jte.Content;
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

/** Groups of schools and of scouts on an organisation's desk: registered, filled, asked for consent, handed over. */
@Controller
@RequestMapping(DeskNumbers.DESK + "/groups")
class GroupPages implements DeskSection {

  private final YouthGroups groups;
  private final ConsentPapers papers;
  private final Accounts accounts;
  private final AccessLog log;
  private final Desks desks;
  private final Fragments fragments;

  GroupPages(YouthGroups groups, ConsentPapers papers, Accounts accounts, AccessLog log, Desks desks, Fragments fragments) {
    this.groups = groups;
    this.papers = papers;
    this.accounts = accounts;
    this.log = log;
    this.desks = desks;
    this.fragments = fragments;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "1") String page) {
    return list(desk(me, oid), DeskNumbers.page(page), "", "", Problems.none());
  }

  @PostMapping
  ModelAndView make(SignedIn me, @PathVariable long oid, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String name) {
    Desk desk = desk(me, oid);
    Problems problems = Problems.none();
    Optional<GroupKind> chosen = GroupKind.of(kind);
    if (chosen.isEmpty()) problems.add("kind", "site.problem.choice");
    String called = Typed.line(name);
    if (Typed.deceives(name)) problems.add("name", "site.problem.characters");
    else if (called.length() < 2 || called.length() > 120) problems.add("name", "guardians.problem.name");
    if (problems.any() || chosen.isEmpty()) return list(desk, 1, kind, name, problems);
    Optional<Long> made = groups.make(desk.organization().id(), chosen.get(), called, me.id());
    return made.isEmpty() ? list(desk, 1, kind, name, problems.add("name", "guardians.problem.unverified"))
        : View.seeOther(desk.address("/groups/" + made.get()), View.saying("guardians.said.made"));
  }

  @GetMapping("/{group:[1-9][0-9]{0,17}}")
  ModelAndView show(SignedIn me, @PathVariable long oid, @PathVariable long group, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    return show(me, desk, groups.own(desk.organization().id(), group), "", 0, "", Problems.none(), request);
  }

  @PostMapping("/{group:[1-9][0-9]{0,17}}/members")
  ModelAndView add(SignedIn me, @PathVariable long oid, @PathVariable long group, @RequestParam(defaultValue = "") String children,
      HttpServletRequest request) {
    Desk desk = desk(me, oid);
    YouthGroup own = groups.own(desk.organization().id(), group);
    Problems problems = Problems.none();
    if (Typed.deceives(children)) problems.add("children", "site.problem.characters");
    else if (children.length() > 20_000) problems.add("children", "site.problem.tooLong", 20_000);
    int added = problems.any() ? 0 : groups.add(own, children, me.language(), me.id(), problems);
    if (problems.any()) return show(me, desk, own, children, 0, "", problems, request);
    return View.seeOther(address(desk, own), View.saying("guardians.said.added", added));
  }

  @PostMapping("/{group:[1-9][0-9]{0,17}}/members/{member:[1-9][0-9]{0,17}}/removal")
  ModelAndView remove(SignedIn me, @PathVariable long oid, @PathVariable long group, @PathVariable long member) {
    Desk desk = desk(me, oid);
    YouthGroup own = groups.own(desk.organization().id(), group);
    groups.remove(own, member, me.id());
    return View.seeOther(address(desk, own), View.saying("guardians.said.removed"));
  }

  /** A guardian told the group's people that it is to end. */
  @PostMapping("/{group:[1-9][0-9]{0,17}}/members/{member:[1-9][0-9]{0,17}}/ending")
  ModelAndView end(SignedIn me, @PathVariable long oid, @PathVariable long group, @PathVariable long member) {
    Desk desk = desk(me, oid);
    YouthGroup own = groups.own(desk.organization().id(), group);
    groups.endConsent(own, member, me.id());
    return View.seeOther(address(desk, own), View.saying("guardians.said.ended"));
  }

  /** The account of a child gets the child's own contact. */
  @PostMapping("/{group:[1-9][0-9]{0,17}}/members/{member:[1-9][0-9]{0,17}}/account")
  ModelAndView handOver(SignedIn me, @PathVariable long oid, @PathVariable long group, @PathVariable long member,
      @RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
    Desk desk = desk(me, oid);
    YouthGroup own = groups.own(desk.organization().id(), group);
    String field = "contact-" + member;
    Optional<Contact> where = Contact.parse(contact);
    Problems problems = Problems.none();
    if (where.isEmpty()) problems.add(field, "volunteers.problem.contact");
    else if (!groups.handOver(own, member, where.get(), me.id())) problems.add(field, "guardians.problem.handOver");
    return problems.any() ? show(me, desk, own, "", member, contact, problems, request)
        : View.seeOther(address(desk, own), View.saying("guardians.said.handedOver"));
  }

  /** Writes to every guardian whose contact is known and who was not named before. */
  @PostMapping("/{group:[1-9][0-9]{0,17}}/links")
  ModelAndView links(SignedIn me, @PathVariable long oid, @PathVariable long group) {
    Desk desk = desk(me, oid);
    YouthGroup own = groups.own(desk.organization().id(), group);
    int sent = groups.sendLinks(own, me.language(), me.id(), DeskNumbers.base());
    return View.seeOther(address(desk, own), View.saying("guardians.said.linksSent", sent));
  }

  @PostMapping("/{group:[1-9][0-9]{0,17}}/closure")
  ModelAndView close(SignedIn me, @PathVariable long oid, @PathVariable long group) {
    Desk desk = desk(me, oid);
    groups.close(groups.own(desk.organization().id(), group), me.id());
    return View.seeOther(desk.address("/groups"), View.saying("guardians.said.closed"));
  }

  private Desk desk(SignedIn me, long oid) {
    return desks.openToRun(me.id(), DeskNumbers.organization(oid));
  }

  private ModelAndView list(Desk desk, int page, String kind, String name, Problems problems) {
    OrganizationId id = desk.organization().id();
    Object[] parameters = {"desk", desk, "groups", groups.of(id, page), "papers", papers.waiting(id), "kind", kind, "name", name, "problems", problems};
    return problems.any() ? View.unprocessable("guardians/groups", parameters) : View.of("guardians/groups", parameters);
  }

  private ModelAndView show(SignedIn me, Desk desk, YouthGroup group, String children, long member, String contact, Problems problems,
      HttpServletRequest request) {
    List<YouthMember> members = groups.members(group);
    log.noteMinors(me.id(), members.stream().filter(YouthMember::minor).map(YouthMember::person).toList(), "group", Long.toString(group.id()), request);
    Map<AccountId, String> names = accounts.names(List.of(group.leader()));
    Object[] parameters = {"desk", desk, "group", group, "members", members, "leader", names.getOrDefault(group.leader(), ""), "children", children,
        "member", member, "contact", contact, "problems", problems};
    return problems.any() ? View.unprocessable("guardians/group", parameters) : View.of("guardians/group", parameters);
  }

  private static String address(Desk desk, YouthGroup group) {
    return desk.address("/groups/" + group.id());
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public String labelKey() {
    return "guardians.desk.tab";
  }

  @Override
  public String path() {
    return "/groups";
  }

  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    long waiting = role.runs() ? papers.waiting(organization.id()) : 0;
    return waiting == 0 ? Optional.empty()
        : Optional.of(fragments.of(page, "guardians/ondesk", "waiting", waiting, "address", "/organizations/" + organization.id() + "/desk/guardian-papers"));
  }
}
