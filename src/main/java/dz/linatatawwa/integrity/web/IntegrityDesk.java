package dz.linatatawwa.integrity.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.integrity.Check;
import dz.linatatawwa.integrity.Doubt;
import dz.linatatawwa.integrity.DoubtFilter;
import dz.linatatawwa.integrity.DoubtState;
import dz.linatatawwa.integrity.Integrity;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Territory;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of doubts, the greatest risk first. */
@Controller
class IntegrityDesk {

  private final Integrity integrity;
  private final DoubtWords rows;
  private final Territories territories;
  private final Organizations organizations;
  private final Places places;
  private final PageMaker pages;

  IntegrityDesk(Integrity integrity, DoubtWords rows, Territories territories, Organizations organizations, Places places, PageMaker pages) {
    this.integrity = integrity;
    this.rows = rows;
    this.territories = territories;
    this.organizations = organizations;
    this.places = places;
    this.pages = pages;
  }

  @GetMapping("/supervision/integrity")
  ModelAndView queue(SignedIn me, @RequestParam(defaultValue = "") String wilaya, @RequestParam(defaultValue = "") String organization,
      @RequestParam(defaultValue = "") String check, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") String page,
      HttpServletRequest request) {
    Territory territory = territories.of(me.id());
    if (territory.none() && !me.administrator()) throw new NotFound("integrity is not for " + me.id());
    Page made = pages.page(request);
    DoubtFilter filter = new DoubtFilter(WilayaCode.of(wilaya).orElse(null), number(organization), Check.of(check).orElse(null),
        DoubtState.of(show).filter(state -> !state.waits()).orElse(null), show.equals("low"), show.equals("mine"));
    Slice<Doubt> slice = integrity.queue(me.id(), filter, page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    return View.of("integrity/queue", "slice", slice, "rows", rows.rows(slice.rows(), made.words()), "shows", shows(made, show), "show", show,
        "filter", filter, "wilayas", wilayas(territory, made.words()), "organizations", bodies(me, made.words()), "checks", checks(made.words()),
        "administrator", me.administrator(), "territory", territory);
  }

  private static List<Link> shows(Page page, String show) {
    return Stream.of("", "mine", "low", "case", "cleared", "settled")
        .map(one -> new Link(page.text("integrity.show." + (one.isEmpty() ? "waiting" : one)), page.with("show", one), one.equals(show))).toList();
  }

  private List<Option> wilayas(Territory territory, Words words) {
    return places.wilayas().stream().filter(wilaya -> territory.covers(wilaya.code()))
        .map(wilaya -> Option.of(wilaya.code().value(), wilaya.code() + " " + wilaya.name().in(words.language()))).toList();
  }

  private List<Option> bodies(SignedIn me, Words words) {
    return organizations.findAll(integrity.organizations(me.id())).values().stream().map(one -> Option.of(one.id().toString(), one.name(words.language()))).toList();
  }

  private static List<Option> checks(Words words) {
    return Arrays.stream(Check.values()).map(check -> Option.of(check.code(), words.text("integrity.check." + check.code()))).toList();
  }

  private static @Nullable Long number(String typed) {
    return typed.matches("[1-9][0-9]{0,17}") ? Long.valueOf(typed) : null;
  }
}
