package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.Agreement;
import dz.linatatawwa.partnerships.Agreements;
import dz.linatatawwa.partnerships.Oversight;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerPageSection;
import dz.linatatawwa.partnerships.PartnerSearch;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What everybody may see of partners: the list, and each one's page. */
@Controller
class PartnerPages {

  private final Partners partners;
  private final Agreements agreements;
  private final Oversight oversight;
  private final Places places;
  private final PageMaker pages;
  private final ObjectProvider<PartnerPageSection> sections;

  PartnerPages(Partners partners, Agreements agreements, Oversight oversight, Places places, PageMaker pages, ObjectProvider<PartnerPageSection> sections) {
    this.partners = partners;
    this.agreements = agreements;
    this.oversight = oversight;
    this.places = places;
    this.pages = pages;
    this.sections = sections;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/partners")
  ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String wilaya,
      @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Words words = pages.page(request).words();
    String typed = Typed.line(q.length() > 200 ? q.substring(0, 200) : q);
    PartnerSearch search = new PartnerSearch(typed.isEmpty() ? null : typed, PartnerKind.of(kind).orElse(null),
        WilayaCode.of(wilaya).filter(code -> places.wilaya(code).isPresent()).orElse(null));
    var slice = partners.search(search, PageNumber.of(page));
    return View.of("partnerships/list", "search", search, "typed", typed, "slice", slice, "rows", slice.rows().stream().map(one -> row(one, words)).toList(),
        "kinds", Arrays.stream(PartnerKind.values()).map(one -> Option.of(one.code(), words.text(one.key()))).toList());
  }

  @GetMapping("/partners/{id:[1-9][0-9]{0,17}}")
  ModelAndView show(@PathVariable PartnerId id, Optional<SignedIn> me, HttpServletRequest request) {
    Page page = pages.page(request);
    Optional<Partner> found = partners.find(id);
    boolean overseer = found.isPresent() && me.filter(person -> oversight.oversees(person.id(), found.get())).isPresent();
    boolean insider = found.isPresent() && me.flatMap(person -> partners.role(person.id(), id)).isPresent();
    Partner partner = found.filter(one -> one.publicSince() != null || overseer || insider).orElseThrow(() -> new NotFound("partner " + id));
    List<Agreement> holding = agreements.of(id).stream().filter(one -> one.state().holds()).toList();
    List<Content> contents = sections.stream().sorted(Comparator.comparingInt(PartnerPageSection::order))
        .flatMap(section -> section.section(partner, page).stream()).toList();
    return View.of("partnerships/show", "row", row(partner, page.words()), "holding", holding, "contents", contents, "overseer", overseer, "insider", insider);
  }

  private PartnerRow row(Partner partner, Words words) {
    String name = partner.name(words.language());
    String other = name.equals(partner.nameAr()) ? partner.nameFr() : partner.nameAr();
    return new PartnerRow(partner, name, other, words.text(partner.kind().key()), places.name(partner.wilaya(), words.language()));
  }
}
