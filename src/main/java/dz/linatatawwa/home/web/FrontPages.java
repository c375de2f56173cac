package dz.linatatawwa.home.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.Campaigns;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.SearchCriteria;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import dz.linatatawwa.statistics.NationalNumbers;
import dz.linatatawwa.stories.Stories;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What everybody sees first. */
@Controller
class FrontPages {

  private static final int SHOWN = 6;
  private static final int TOLD = 2;

  private final Opportunities opportunities;
  private final Campaigns campaigns;
  private final Stories stories;
  private final NationalNumbers figures;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  FrontPages(Opportunities opportunities, Campaigns campaigns, Stories stories, NationalNumbers figures, Places places, Taxonomy taxonomy, PageMaker pages) {
    this.opportunities = opportunities;
    this.campaigns = campaigns;
    this.stories = stories;
    this.figures = figures;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @PublicPage
  @GetMapping("/")
  ModelAndView front(HttpServletRequest request) {
    Language language = pages.page(request).language();
    List<Option> wilayas = places.wilayas().stream().map(w -> Option.of(w.code().value(), w.code().value() + " " + w.name().in(language))).toList();
    List<Option> fields = taxonomy.fields().stream().map(f -> Option.of(f.code(), f.name().in(language))).toList();
    return View.of("home/front", "numbers", figures.now(), "cards", opportunities.search(SearchCriteria.all(), 1, SHOWN).cards().rows(),
        "next", campaigns.next(), "stories", stories.newest(TOLD), "wilayas", wilayas, "fields", fields);
  }
}
