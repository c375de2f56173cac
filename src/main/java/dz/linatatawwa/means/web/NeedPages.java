package dz.linatatawwa.means.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.means.Giver;
import dz.linatatawwa.means.Need;
import dz.linatatawwa.means.NeedId;
import dz.linatatawwa.means.Needs;
import dz.linatatawwa.means.Pledged;
import dz.linatatawwa.means.Pledging;
import dz.linatatawwa.organizations.Membership;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Goods that are needed, for everybody: the list, one need, and promising some of it. */
@Controller
class NeedPages {

  private final Needs needs;
  private final Pledging pledging;
  private final Organizations organizations;
  private final Partners partners;
  private final PageMaker pages;

  NeedPages(Needs needs, Pledging pledging, Organizations organizations, Partners partners, PageMaker pages) {
    this.needs = needs;
    this.pledging = pledging;
    this.organizations = organizations;
    this.partners = partners;
    this.pages = pages;
  }

  @GetMapping("/needs")
  ModelAndView list(Optional<SignedIn> me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "1") String page) {
    Optional<WilayaCode> code = WilayaCode.of(wilaya);
    return View.of("means/list", "needs", needs.offered(code.orElse(null), Fields.page(page)), "wilaya", code.map(WilayaCode::value).orElse(""), "today", needs.today(),
        "signedIn", me.isPresent());
  }

  @GetMapping("/needs/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(Optional<SignedIn> me, @PathVariable long id, HttpServletRequest request) {
    return shown(me, found(id), Fields.of(Map.of()), request);
  }

  @PostMapping("/needs/{id:[1-9][0-9]{0,17}}/pledges")
  ModelAndView pledge(SignedIn me, @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletRequest request) {
    Need need = found(id);
    Fields fields = Fields.of(typed);
    int amount = fields.amount("amount");
    LocalDate day = fields.date("bringOn");
    if (day != null && (day.isBefore(needs.today()) || day.isAfter(need.wanted().until()))) fields.problems().add("bringOn", "means.problem.bringOn");
    String note = fields.line("note", 0, 300);
    Giver giver = giver(fields.get("giver"));
    if (fields.problems().any() || day == null) return shown(Optional.of(me), need, fields, request);
    switch (pledging.pledge(me.id(), need.id(), giver, fields.get("key"), amount, day, note)) {
      case Pledged.Made(long pledge) -> {
        return View.seeOther("/pledges", View.sayingWithUndo("/pledges/" + pledge + "/withdrawal", "means.said.pledged"));
      }
      case Pledged.TooMuch(int left) -> fields.problems().add("amount", left == 0 ? "means.problem.nothingLeft" : "means.problem.left", left);
      case Pledged.Over over -> fields.problems().add("amount", "means.problem.over");
      case Pledged.Minor minor -> fields.problems().add("amount", "means.problem.minor");
      case Pledged.Own own -> fields.problems().add("giver", "means.problem.own");
      case Pledged.TooMany(int most) -> fields.problems().add("amount", "means.problem.pledges", most);
    }
    return shown(Optional.of(me), found(id), fields, request);
  }

  private ModelAndView shown(Optional<SignedIn> me, Need need, Fields fields, HttpServletRequest request) {
    List<Option> givers = me.map(person -> givers(person, need, pages.page(request))).orElse(List.of());
    Object[] parameters = {"need", need, "signedIn", me.isPresent(), "givers", givers, "today", needs.today(), "problems", fields.problems(), "typed", fields.typed()};
    return fields.problems().any() ? View.unprocessable("means/show", parameters) : View.of("means/show", parameters);
  }

  /** In whose name somebody may promise: their own, of organisations that they run, of partners that they manage. */
  private List<Option> givers(SignedIn me, Need need, Page page) {
    List<Option> givers = new ArrayList<>(List.of(Option.of("", page.text("means.giver.me", me.name()))));
    for (Membership membership : organizations.ofMember(me.id())) {
      if (membership.role().runs() && !membership.organization().id().equals(need.organization())) {
        givers.add(Option.of("organization-" + membership.organization().id(), membership.organization().name(page.language())));
      }
    }
    for (Partner partner : partners.ofMember(me.id())) {
      if (partners.mayActFor(me.id(), partner.id(), PartnerRole.MANAGER)) givers.add(Option.of("partner-" + partner.id(), partner.name(page.language())));
    }
    return givers;
  }

  private static Giver giver(String code) {
    if (code.isEmpty()) return new Giver.Person();
    Long id = Fields.id(code.substring(code.indexOf('-') + 1));
    if (id != null && code.startsWith("organization-")) return new Giver.Body(new OrganizationId(id));
    if (id != null && code.startsWith("partner-")) return new Giver.Institution(new PartnerId(id));
    throw new NotFound("giver " + code);
  }

  private Need found(long id) {
    return needs.find(new NeedId(id)).filter(Need::shown).orElseThrow(() -> new NotFound("need " + id));
  }
}
