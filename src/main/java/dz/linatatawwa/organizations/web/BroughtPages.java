package dz.linatatawwa.organizations.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.Sendings;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What imports brought and is still a draft: a supervisor filters, and sends some or all of it to verification. */
@Controller
class BroughtPages {

  private static final String PATH = "/supervision/brought";

  private final Sendings sendings;
  private final Territories territories;
  private final Cards cards;
  private final Places places;
  private final PageMaker pages;

  BroughtPages(Sendings sendings, Territories territories, Cards cards, Places places, PageMaker pages) {
    this.sendings = sendings;
    this.territories = territories;
    this.cards = cards;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping(PATH)
  ModelAndView list(SignedIn me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "1") String page, HttpServletRequest request) {
    Territory territory = territory(me);
    Words words = pages.page(request).words();
    Sendings.Filter filter = filter(wilaya, kind, from);
    Slice<Organization> slice = sendings.drafts(me.id(), filter, PageNumber.of(page));
    return View.of("organizations/brought", "filter", filter, "slice", slice, "cards", slice.rows().stream().map(one -> cards.card(one, words)).toList(),
        "wilayas", wilayas(territory, words), "kinds", Arrays.stream(OrganizationKind.values()).map(one -> Option.of(one.code(), words.text(one.key()))).toList(),
        "sources", sendings.sources(me.id()).stream().map(one -> Option.of(Long.toString(one.id()), words.text("organizations.brought.source", one.id(), one.drafts()))).toList(),
        "sendings", sendings.open(me.id()));
  }

  @PostMapping("/supervision/brought/sendings")
  ModelAndView send(SignedIn me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String which, @RequestParam(required = false, name = "id") List<Long> ids) {
    territory(me);
    boolean all = which.equals("all");
    if (!all && (ids == null || ids.isEmpty())) return View.seeOther(path(wilaya, kind, from), View.refusing("organizations.brought.nothingChosen"));
    Optional<Sendings.Sending> sent = sendings.send(me.id(), filter(wilaya, kind, from), all ? List.of() : ids);
    return sent.map(one -> View.seeOther(path(wilaya, kind, from), View.sayingWithUndo("/supervision/brought/sendings/" + one.id() + "/reversal", "organizations.brought.sent", one.number())))
        .orElseGet(() -> View.seeOther(path(wilaya, kind, from), View.saying("organizations.brought.noneLeft")));
  }

  @PostMapping("/supervision/brought/sendings/{id:[1-9][0-9]{0,17}}/reversal")
  ModelAndView undo(SignedIn me, @PathVariable long id) {
    territory(me);
    return View.seeOther(PATH, View.saying("organizations.brought.takenBack", sendings.undo(me.id(), id)));
  }

  private Territory territory(SignedIn me) {
    Territory territory = territories.of(me.id());
    if (territory.none()) throw new NotFound("brought organisations are not for " + me.id());
    return territory;
  }

  private List<Option> wilayas(Territory territory, Words words) {
    return places.wilayas().stream().filter(one -> territory.covers(one.code())).map(one -> Option.of(one.code().value(), places.name(one.code(), words.language()))).toList();
  }

  private Sendings.Filter filter(String wilaya, String kind, String from) {
    return new Sendings.Filter(WilayaCode.of(wilaya).filter(code -> places.wilaya(code).isPresent()).orElse(null), OrganizationKind.of(kind).orElse(null),
        from.matches("[1-9][0-9]{0,17}") ? Long.valueOf(from) : null);
  }

  /** The list under the same filter; what is no filter of ours is left out. */
  private String path(String wilaya, String kind, String from) {
    Sendings.Filter filter = filter(wilaya, kind, from);
    String query = (filter.wilaya() == null ? "" : "&wilaya=" + filter.wilaya().value()) + (filter.kind() == null ? "" : "&kind=" + filter.kind().code())
        + (filter.from() == null ? "" : "&from=" + filter.from());
    return PATH + (query.isEmpty() ? "" : "?" + query.substring(1));
  }
}
