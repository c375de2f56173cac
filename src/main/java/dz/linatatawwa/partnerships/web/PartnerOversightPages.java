package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.partnerships.Agreements;
import dz.linatatawwa.partnerships.Oversight;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerMember;
import dz.linatatawwa.partnerships.PartnerPeople;
import dz.linatatawwa.partnerships.PartnerProfile;
import dz.linatatawwa.partnerships.PartnerRegister;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.History;
import dz.linatatawwa.supervision.Territory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looking after partners: their list, making one, inviting its first owner, its agreements. */
@Controller
class PartnerOversightPages {

  private static final String LIST = "/supervision/partners";
  private static final String ONE = "/partners/{id:[1-9][0-9]{0,17}}";

  private final Oversight oversight;
  private final PartnerRegister register;
  private final Partners partners;
  private final PartnerPeople people;
  private final Agreements agreements;
  private final Organizations organizations;
  private final OrganizationNames names;
  private final Accounts accounts;
  private final Places places;
  private final History history;
  private final PageMaker pages;

  PartnerOversightPages(Oversight oversight, PartnerRegister register, Partners partners, PartnerPeople people, Agreements agreements, Organizations organizations,
      OrganizationNames names, Accounts accounts, Places places, History history, PageMaker pages) {
    this.oversight = oversight;
    this.register = register;
    this.partners = partners;
    this.people = people;
    this.agreements = agreements;
    this.organizations = organizations;
    this.names = names;
    this.accounts = accounts;
    this.places = places;
    this.history = history;
    this.pages = pages;
  }

  @GetMapping(LIST)
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Territory territory = territory(me);
    Words words = pages.page(request).words();
    String typed = Typed.line(q.length() > 200 ? q.substring(0, 200) : q);
    Slice<Partner> slice = register.of(territory, typed.isEmpty() ? null : typed, PageNumber.of(page));
    return View.of("partnerships/register", "typed", typed, "slice", slice, "rows", slice.rows().stream().map(one -> row(one, words)).toList(),
        "ending", agreements.ending(territory));
  }

  @GetMapping(LIST + "/new")
  ModelAndView form(SignedIn me, HttpServletRequest request) {
    territory(me);
    return show(null, new LinkedMultiValueMap<>(), Problems.none(), request);
  }

  @PostMapping(LIST)
  ModelAndView make(SignedIn me, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Territory territory = territory(me);
    PartnerReading reading = new PartnerReading(sent, places, names, territory);
    Optional<PartnerProfile> profile = reading.profile();
    Optional<PartnerId> made = profile.flatMap(one -> register.make(me.id(), one));
    if (profile.isPresent() && made.isEmpty()) reading.problems().add("organization", "partnerships.problem.organizationTaken");
    return made.map(id -> View.seeOther("/partners/" + id + "/oversight", View.saying("partnerships.register.made")))
        .orElseGet(() -> show(null, sent, reading.problems(), request));
  }

  @GetMapping(ONE + "/profile")
  ModelAndView mending(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    Partner partner = oversight.overseen(me.id(), id);
    String organization = partner.organization() == null ? "" : organizations.find(partner.organization()).map(one -> one.profile().nameAr()).orElse("");
    return show(partner, PartnerReading.typed(partner, organization), Problems.none(), request);
  }

  @PostMapping(ONE + "/profile")
  ModelAndView mend(@PathVariable PartnerId id, SignedIn me, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Partner partner = oversight.overseen(me.id(), id);
    PartnerReading reading = new PartnerReading(sent, places, names, territory(me));
    Optional<PartnerProfile> profile = reading.profile();
    boolean mended = profile.isPresent() && register.mend(me.id(), id, profile.get());
    if (profile.isPresent() && !mended) reading.problems().add("organization", "partnerships.problem.organizationTaken");
    return mended ? View.seeOther("/partners/" + id + "/oversight", View.saying("partnerships.register.mended")) : show(partner, sent, reading.problems(), request);
  }

  @GetMapping(ONE + "/oversight")
  ModelAndView oversee(@PathVariable PartnerId id, SignedIn me, HttpServletRequest request) {
    return oversee(oversight.overseen(me.id(), id), "", "owner", Problems.none(), request);
  }

  @PostMapping(ONE + "/oversight/invitations")
  ModelAndView invite(@PathVariable PartnerId id, SignedIn me, @RequestParam(defaultValue = "") String contact, @RequestParam(defaultValue = "") String role,
      HttpServletRequest request) {
    Partner partner = oversight.overseen(me.id(), id);
    Problems problems = Problems.none();
    Optional<Contact> to = Contact.parse(contact);
    Optional<PartnerRole> as = PartnerRole.of(role);
    if (to.isEmpty()) problems.add("contact", "partnerships.problem.contact");
    if (as.isEmpty()) problems.add("role", "site.problem.choice");
    if (!problems.any()) {
      people.invite(me.id(), id, to.orElseThrow(), as.orElseThrow(), me.language(), Links.here()).ifPresent(refusal -> problems.add("contact", refusal.key()));
    }
    return problems.any() ? oversee(partner, contact, role, problems, request)
        : View.seeOther("/partners/" + id + "/oversight", View.saying("partnerships.people.invited", to.orElseThrow().shown()));
  }

  private Territory territory(SignedIn me) {
    Territory territory = oversight.territory(me.id());
    if (territory.none()) throw new NotFound("partners are not looked after by " + me.id());
    return territory;
  }

  private ModelAndView oversee(Partner partner, String contact, String role, Problems problems, HttpServletRequest request) {
    Page page = pages.page(request);
    List<PartnerMember> members = people.of(partner.id());
    Map<AccountId, String> shown = accounts.names(members.stream().map(PartnerMember::account).toList());
    String organization = partner.organization() == null ? "" : organizations.find(partner.organization()).map((Organization one) -> one.name(page.language())).orElse("");
    Object[] parameters = {"row", row(partner, page.words()), "organization", organization, "agreements", agreements.of(partner.id()),
        "members", members.stream().map(one -> new PersonRow(one, shown.getOrDefault(one.account(), ""), false)).toList(),
        "invitations", people.invitations(partner.id()), "contact", contact, "role", role, "problems", problems,
        "roles", Arrays.stream(PartnerRole.values()).map(one -> Option.of(one.code(), page.text(one.key()))).toList(),
        "history", history.of("partner", partner.id().toString(), page.words())};
    return problems.any() ? View.unprocessable("partnerships/oversight", parameters) : View.of("partnerships/oversight", parameters);
  }

  private ModelAndView show(@Nullable Partner partner, MultiValueMap<String, String> typed, Problems problems, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Object[] parameters = {"partner", partner, "typed", typed.toSingleValueMap(), "problems", problems,
        "kinds", Arrays.stream(PartnerKind.values()).map(one -> Option.of(one.code(), words.text(one.key()))).toList()};
    return problems.any() ? View.unprocessable("partnerships/profile", parameters) : View.of("partnerships/profile", parameters);
  }

  private PartnerRow row(Partner partner, Words words) {
    String name = partner.name(words.language());
    return new PartnerRow(partner, name, name.equals(partner.nameAr()) ? partner.nameFr() : partner.nameAr(), words.text(partner.kind().key()),
        places.name(partner.wilaya(), words.language()));
  }
}
