package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Desk;
import dz.linatatawwa.organizations.Desks;
import dz.linatatawwa.organizations.Invitation;
import dz.linatatawwa.organizations.Member;
import dz.linatatawwa.organizations.Members;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Members of an organisation and invitations, from both sides. */
@Controller
class MemberPages {

  private static final String DESK = "/organizations/{id:[1-9][0-9]{0,17}}/desk";

  private final Members members;
  private final Organizations organizations;
  private final Desks desks;
  private final Accounts accounts;
  private final PageMaker pages;

  MemberPages(Members members, Organizations organizations, Desks desks, Accounts accounts, PageMaker pages) {
    this.members = members;
    this.organizations = organizations;
    this.desks = desks;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping(DESK + "/members")
  ModelAndView list(@PathVariable OrganizationId id, SignedIn me, HttpServletRequest request) {
    return show(desks.open(me.id(), id), me, "", "coordinator", Problems.none(), request);
  }

  @PostMapping(DESK + "/invitations")
  ModelAndView invite(@PathVariable OrganizationId id, SignedIn me, @RequestParam(defaultValue = "") String contact,
      @RequestParam(defaultValue = "") String role, HttpServletRequest request) {
    Desk desk = owned(me, id);
    String typed = Typed.line(contact);
    Optional<Contact> to = Contact.parse(typed);
    Optional<Role> as = Role.of(role);
    Problems problems = Problems.none();
    if (to.isEmpty()) problems.add("contact", "organizations.problem.contact");
    if (as.isEmpty()) problems.add("role", "site.problem.choice");
    if (!problems.any()) {
      members.invite(me.id(), id, to.orElseThrow(), as.orElseThrow(), me.language()).ifPresent(refusal -> problems.add("contact", refusal.key()));
    }
    return problems.any() ? show(desk, me, typed, role, problems, request)
        : View.seeOther(desk.address("/members"), View.saying("organizations.members.invited", to.orElseThrow().shown()));
  }

  @PostMapping(DESK + "/invitations/{invitation:[1-9][0-9]{0,17}}/withdrawal")
  ModelAndView withdraw(@PathVariable OrganizationId id, @PathVariable long invitation, SignedIn me) {
    members.withdraw(me.id(), id, invitation);
    return View.seeOther("/organizations/" + id + "/desk/members", View.saying("organizations.members.withdrawn"));
  }

  @PostMapping(DESK + "/members/{person:[1-9][0-9]{0,17}}/role")
  ModelAndView change(@PathVariable OrganizationId id, @PathVariable long person, SignedIn me, @RequestParam(defaultValue = "") String role,
      HttpServletRequest request) {
    Desk desk = owned(me, id);
    Optional<Role> to = Role.of(role);
    Problems problems = Problems.none();
    if (to.isEmpty()) problems.add("members", "site.problem.choice");
    else members.change(me.id(), id, new AccountId(person), to.get()).ifPresent(refusal -> problems.add("members", refusal.key()));
    return problems.any() ? show(desk, me, "", "coordinator", problems, request)
        : View.seeOther(me.id().value() == person ? "/organizations/" + id + "/desk" : desk.address("/members"), View.saying("organizations.members.changed"));
  }

  @PostMapping(DESK + "/members/{person:[1-9][0-9]{0,17}}/ownership")
  ModelAndView handOver(@PathVariable OrganizationId id, @PathVariable long person, SignedIn me) {
    members.handOver(me.id(), id, new AccountId(person));
    return View.seeOther("/organizations/" + id + "/desk", View.saying("organizations.members.handedOver"));
  }

  @PostMapping(DESK + "/members/{person:[1-9][0-9]{0,17}}/end")
  ModelAndView end(@PathVariable OrganizationId id, @PathVariable long person, SignedIn me, HttpServletRequest request) {
    Desk desk = desks.open(me.id(), id);
    Optional<Members.Refusal> refusal = members.end(me.id(), id, new AccountId(person));
    if (refusal.isPresent()) return show(desk, me, "", "coordinator", Problems.none().add("members", refusal.get().key()), request);
    return me.id().value() == person ? View.seeOther("/organizations/mine", View.saying("organizations.members.left"))
        : View.seeOther(desk.address("/members"), View.saying("organizations.members.ended"));
  }

  @GetMapping("/organizations/invitations")
  ModelAndView invitations(SignedIn me, HttpServletRequest request) {
    Words words = pages.page(request).words();
    List<InvitationRow> rows = members.invitationsTo(me.id()).stream()
        .map(one -> row(one, organizations.find(one.organization()).map(found -> found.name(words.language())).orElse(""), words)).toList();
    return View.of("organizations/invitations", "rows", rows);
  }

  @PostMapping("/organizations/invitations/{invitation:[1-9][0-9]{0,17}}/acceptance")
  ModelAndView accept(@PathVariable long invitation, SignedIn me) {
    OrganizationId id = members.answer(me.id(), invitation, true);
    return View.seeOther("/organizations/" + id + "/desk", View.saying("organizations.invitations.accepted"));
  }

  @PostMapping("/organizations/invitations/{invitation:[1-9][0-9]{0,17}}/refusal")
  ModelAndView decline(@PathVariable long invitation, SignedIn me) {
    members.answer(me.id(), invitation, false);
    return View.seeOther("/organizations/invitations", View.saying("organizations.invitations.declined"));
  }

  private ModelAndView show(Desk desk, SignedIn me, String contact, String role, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    OrganizationId id = desk.organization().id();
    List<Member> all = members.of(id);
    Map<AccountId, String> names = accounts.names(all.stream().map(Member::account).toList());
    boolean owner = desk.role() == Role.OWNER;
    Object[] parameters = {"desk", desk, "problems", problems, "contact", contact, "role", role, "owner", owner, "alone", members.hangsOnOnePerson(id),
        "rows", all.stream().map(one -> new MemberRow(one, names.getOrDefault(one.account(), ""), one.account().equals(me.id()))).toList(),
        "invitations", owner ? members.invitations(id).stream().map(one -> row(one, one.contact().shown(), words)).toList() : List.of(),
        "roles", Arrays.stream(Role.values()).map(one -> Option.of(one.code(), words.text(one.key()), words.text(one.key() + ".hint"))).toList()};
    return problems.any() ? View.unprocessable("organizations/members", parameters) : View.of("organizations/members", parameters);
  }

  private Desk owned(SignedIn me, OrganizationId id) {
    Desk desk = desks.open(me.id(), id);
    if (desk.role() != Role.OWNER) throw new NotFound("organisation " + id + " is not owned by " + me.id());
    return desk;
  }

  private static InvitationRow row(Invitation invitation, String name, Words words) {
    return new InvitationRow(invitation.id(), name, words.text(invitation.role().key()), words.date(invitation.endsAt()));
  }
}
