package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.eligibility.RuleForm;
import dz.linatatawwa.eligibility.RuleForms;
import dz.linatatawwa.eligibility.RuleSection;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerDesk;
import dz.linatatawwa.partnerships.PartnerDesks;
import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.places.Commune;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.BenefitId;
import dz.linatatawwa.rewards.BenefitState;
import dz.linatatawwa.rewards.Counter;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.rewards.Saved;
import dz.linatatawwa.rewards.Terms;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A partner's benefits on its desk: written, published, changed, closed, and what came of them. */
@Controller
@RequestMapping("/partners/{partner:[1-9][0-9]{0,17}}/desk/benefits")
class BenefitDesk implements PartnerDeskSection {

  private static final int REPORTED_DAYS = 366;

  private final Offers offers;
  private final Counter counter;
  private final PartnerDesks desks;
  private final Partners partners;
  private final RuleForms rules;
  private final BenefitViews views;
  private final Places places;
  private final PageMaker pages;

  BenefitDesk(Offers offers, Counter counter, PartnerDesks desks, Partners partners, RuleForms rules, BenefitViews views, Places places, PageMaker pages) {
    this.offers = offers;
    this.counter = counter;
    this.desks = desks;
    this.partners = partners;
    this.rules = rules;
    this.views = views;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping
  ModelAndView list(SignedIn me, @PathVariable PartnerId partner, @RequestParam(defaultValue = "1") String page) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Object[] parameters = {"desk", desk, "rows", offers.of(partner, BenefitViews.number(page)), "left", offers.left(partner, null).orElse(null)};
    return View.of("rewards/desk", parameters);
  }

  @GetMapping("/new")
  ModelAndView blank(SignedIn me, @PathVariable PartnerId partner, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    return form(desk, null, BenefitForm.empty(partners.today()), rules.of(Rule.EVERYBODY, RuleSection.ALL, request), Problems.none());
  }

  @PostMapping
  ModelAndView add(SignedIn me, @PathVariable PartnerId partner, @ModelAttribute BenefitForm form, HttpServletRequest request) {
    return save(me, partner, null, form, request);
  }

  @GetMapping(BenefitPages.ONE)
  ModelAndView show(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, HttpServletRequest request) {
    return shown(desks.open(me.id(), partner, PartnerRole.MANAGER), own(partner, id), Problems.none(), request);
  }

  @GetMapping(BenefitPages.ONE + "/edit")
  ModelAndView edit(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Benefit benefit = own(partner, id);
    return form(desk, benefit, BenefitForm.of(benefit), rules.of(benefit.rule(), RuleSection.ALL, request), Problems.none());
  }

  @PostMapping(BenefitPages.ONE)
  ModelAndView change(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, @ModelAttribute BenefitForm form, HttpServletRequest request) {
    desks.open(me.id(), partner, PartnerRole.MANAGER);
    return save(me, partner, own(partner, id), form, request);
  }

  private ModelAndView save(SignedIn me, PartnerId partner, @Nullable Benefit before, BenefitForm form, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Problems problems = Problems.none();
    RuleForm typed = rules.typed(RuleSection.ALL, request);
    Optional<Terms> terms = form.read(rules.read(typed, problems), problems);
    if (terms.isEmpty() || problems.any()) return form(desk, before, form, typed, problems);
    return switch (offers.save(me.id(), partner, before == null ? null : before.id(), terms.get())) {
      case Saved.Done(BenefitId id) -> View.seeOther(desk.address("/benefits/" + id), View.saying("rewards.said.saved"));
      case Saved.Unfit(String field, String key, long limit) -> form(desk, before, form, typed, problems.add(field.equals("name") ? "nameAr" : field, key, limit));
    };
  }

  @PostMapping(BenefitPages.ONE + "/publication")
  ModelAndView publish(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    return switch (offers.publish(me.id(), partner, own(partner, id).id())) {
      case Saved.Done done -> View.seeOther(desk.address("/benefits/" + id), View.saying("rewards.said.published"));
      case Saved.Unfit(String field, String key, long limit) -> shown(desk, own(partner, id), Problems.none().add("publication", key, limit), request);
    };
  }

  @PostMapping(BenefitPages.ONE + "/closure")
  ModelAndView close(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    boolean closed = offers.close(me.id(), partner, own(partner, id).id());
    return View.seeOther(desk.address("/benefits/" + id), View.saying(closed ? "rewards.said.closed" : "rewards.said.notClosed"));
  }

  @PostMapping(BenefitPages.ONE + "/counters")
  ModelAndView addCounter(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, @RequestParam(defaultValue = "") String wilaya,
      @RequestParam(defaultValue = "") String commune, @RequestParam(defaultValue = "") String address, HttpServletRequest request) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    Problems problems = Problems.none();
    Optional<Commune> found = WilayaCode.of(wilaya).flatMap(in -> places.communesNamed(commune).stream().filter(one -> one.wilaya().equals(in)).findFirst());
    if (found.isEmpty()) problems.add(wilaya.isEmpty() ? "wilaya" : "commune", "rewards.problem.place");
    String line = Typed.line(address);
    if (line.length() < 3 || line.length() > 200) problems.add("address", "rewards.problem.address");
    if (problems.any()) return shown(desk, own(partner, id), problems, request);
    boolean added = offers.addCounter(partner, new BenefitId(id), found.orElseThrow().code(), line);
    return View.seeOther(desk.address("/benefits/" + id) + "#counters", View.saying(added ? "rewards.said.counterAdded" : "rewards.said.counterMost", Offers.COUNTERS));
  }

  @PostMapping(BenefitPages.ONE + "/counters/{counter:\\d{1,18}}/removal")
  ModelAndView removeCounter(SignedIn me, @PathVariable PartnerId partner, @PathVariable long id, @PathVariable long counter) {
    PartnerDesk desk = desks.open(me.id(), partner, PartnerRole.MANAGER);
    offers.removeCounter(partner, new BenefitId(id), counter);
    return View.seeOther(desk.address("/benefits/" + id) + "#counters", View.saying("rewards.said.counterRemoved"));
  }

  /** What was redeemed in the last year: when, what, the end of the code, by whom; not for whom. */
  @GetMapping("/redeemed.csv")
  ResponseEntity<String> csv(SignedIn me, @PathVariable PartnerId partner, HttpServletRequest request) {
    desks.open(me.id(), partner, PartnerRole.MANAGER);
    Words words = pages.page(request).words();
    StringBuilder out = new StringBuilder(SafeCsv.MARK);
    out.append(SafeCsv.line(List.of(words.text("rewards.csv.at"), words.text("rewards.csv.benefit"), words.text("rewards.csv.code"), words.text("rewards.csv.by"))));
    counter.redeemed(partner, REPORTED_DAYS).forEach(line -> out.append(SafeCsv.line(List.of(
        line.at().atZone(Words.ZONE).toLocalDateTime().withNano(0).toString(), line.benefit(), line.end(), line.by()))));
    return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"redeemed-" + partner + ".csv\"").body(out.toString());
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String labelKey() {
    return "rewards.desk.tab";
  }

  @Override
  public String path() {
    return "/benefits";
  }

  private Benefit own(PartnerId partner, long id) {
    return offers.own(partner, new BenefitId(id));
  }

  private ModelAndView form(PartnerDesk desk, @Nullable Benefit before, BenefitForm form, RuleForm rule, Problems problems) {
    Object[] parameters = {"desk", desk, "benefit", before, "form", form, "rule", rule, "left",
        before != null && !before.is(BenefitState.DRAFT) ? null : offers.left(desk.partner().id(), before == null ? null : before.id()).orElse(null), "problems", problems};
    return problems.any() ? View.unprocessable("rewards/form", parameters) : View.of("rewards/form", parameters);
  }

  private ModelAndView shown(PartnerDesk desk, Benefit benefit, Problems problems, HttpServletRequest request) {
    Object[] parameters = {"desk", desk, "card", views.card(benefit, request), "counters", offers.counters(benefit.id()),
        "where", views.where(offers.counters(benefit.id()), request), "problems", problems};
    return problems.any() ? View.unprocessable("rewards/offer", parameters) : View.of("rewards/offer", parameters);
  }
}
