package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerInvitation;
import dz.linatatawwa.partnerships.PartnerMember;
import dz.linatatawwa.partnerships.PartnerPeople;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
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
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who acts for a partner, on its desk; and an invitation, from the side of who was invited. */
@Controller
class PartnerPeoplePages {

  private static final String DESK = "/partners/{id:[1-9][0-9]{0,17}}/desk";

  private final PartnerPeople people;
  private final Partners partners;
  private final PartnerDesks desks;
  private final Accounts accounts;
  private final PageMaker pages;

  PartnerPeoplePages(PartnerPeople people, Partners partners, PartnerDesks desks, Accounts accounts, PageMaker pages) {
    this.people = people;
    this.partners = partners;
    this.desks = desks;
    this.accounts = accounts;
    this.pages = pages;
  }

  @GetMapping(DESK + "/people")
  ModelAndView list(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    return show(desks.open(me.id(), id, PartnerRole.MANAGER), me, "", "manager", Problems.none(), request);
  }

  @PostMapping(DESK + "/invitations")
  ModelAndView invite(@PathVariable PartnerId id, SignedIn me, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String role,
      HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.OWNER);
    String typed = Typed.line(contact);
    Optional<Contact> to = Contact.parse(typed);
    Optional<PartnerRole> as = PartnerRole.of(role);
    Problems problems = Problems.none();
    if (to.isEmpty()) problems.add("contact", "partnerships.problem.contact");
    if (as.isEmpty()) problems.add("role", "site.problem.choice");
    if (!problems.any()) {
      people.invite(me.id(), id, to.orElseThrow(), as.orElseThrow(), me.language(), Links.here()).ifPresent(refusal -> problems.add("contact", refusal.key()));
    }
    return problems.any() ? show(desk, me, typed, role, problems, request)
        : View.seeOther(desk.address("/people"), View.saying("partnerships.people.invited", to.orElseThrow().shown()));
  }

  @PostMapping(DESK + "/invitations/{invitation:[1-9][0-9]{0,17}}/withdrawal")
  ModelAndView withdraw(@PathVariable PartnerId id, @PathVariable long invitation, SignedIn me) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.OWNER);
    people.withdraw(me.id(), id, invitation);
    return View.seeOther(desk.address("/people"), View.saying("partnerships.people.withdrawn"));
  }

  @PostMapping(DESK + "/people/{person:[1-9][0-9]{0,17}}/role")
  ModelAndView change(@PathVariable PartnerId id, @PathVariable long person, SignedIn me, @RequestParam(defaultValue = "") String role,
      HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), id, PartnerRole.OWNER);
    Problems problems = Problems.none();
    PartnerRole.of(role).ifPresentOrElse(to -> people.change(me.id(), id, new AccountId(person), to).ifPresent(why -> problems.add("people", why.key())),
        () -> problems.add("people", "site.problem.choice"));
    return problems.any() ? show(desk, me, "", "manager", problems, request)
        : View.seeOther(desk.address(me.id().value() == person ? "" : "/people"), View.saying("partnerships.people.changed"));
  }

  @PostMapping(DESK + "/people/{person:[1-9][0-9]{0,17}}/end")
  ModelAndView end(@PathVariable PartnerId id, @PathVariable long person, SignedIn me, HttpServletRequest request) {
    boolean own = me.id().value() == person;
    PartnerDesk desk = desks.open(me.id(), id, own ? PartnerRole.COUNTER : PartnerRole.OWNER);
    Optional<PartnerPeople.Refusal> refusal = people.end(me.id(), id, new AccountId(person));
    if (refusal.isPresent()) return show(desk, me, "", "manager", Problems.none().add("people", refusal.get().key()), request);
    return own ? View.seeOther("/desk", View.saying("partnerships.people.left")) : View.seeOther(desk.address("/people"), View.saying("partnerships.people.ended"));
  }

  @GetMapping("/partners/invitations/{token}")
  ModelAndView invitation(@PathVariable UUID token, SignedIn me, HttpServletRequest request) {
    Words words = pages.page(request).words();
    PartnerInvitation invitation = people.byLink(token).orElseThrow(() -> new NotFound("partner invitation"));
    return View.of("partnerships/invitation", "token", token.toString(), "name", partners.find(invitation.partner()).orElseThrow().name(words.language()),
        "role", words.text(invitation.role().key()), "ends", words.date(invitation.endsAt()), "own", people.isTo(me.id(), invitation));
  }

  @PostMapping("/partners/invitations/{token}/acceptance")
  ModelAndView accept(@PathVariable UUID token, SignedIn me) {
    PartnerId id = people.answer(me.id(), token, true);
    return View.seeOther("/partners/" + id + "/desk", View.saying("partnerships.invitation.accepted"));
  }

  @PostMapping("/partners/invitations/{token}/refusal")
  ModelAndView decline(@PathVariable UUID token, SignedIn me) {
    people.answer(me.id(), token, false);
    return View.seeOther("/desk", View.saying("partnerships.invitation.declined"));
  }

  private ModelAndView show(PartnerDesk desk, SignedIn me, String contact, String role, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    PartnerId id = desk.partner().id();
    List<PartnerMember> all = people.of(id);
    Map<AccountId, String> names = accounts.names(all.stream().map(PartnerMember::account).toList());
    boolean owner = desk.role() == PartnerRole.OWNER;
    Object[] parameters = {"desk", desk, "problems", problems, "contact", contact, "role", role, "owner", owner,
        "rows", all.stream().map(one -> new PersonRow(one, names.getOrDefault(one.account(), ""), one.account().equals(me.id()))).toList(),
        "invitations", owner ? people.invitations(id) : List.of(),
        "roles", Arrays.stream(PartnerRole.values()).map(one -> Option.of(one.code(), words.text(one.key()), words.text(one.key() + ".hint"))).toList()};
    return problems.any() ? View.unprocessable("partnerships/people", parameters) : View.of("partnerships/people", parameters);
  }
}
