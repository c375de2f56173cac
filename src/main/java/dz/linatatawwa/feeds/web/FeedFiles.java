package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.Choice;
import dz.linatatawwa.feeds.Made;
import dz.linatatawwa.feeds.MadeForAll;
import dz.linatatawwa.feeds.NewThings;
import dz.linatatawwa.feeds.PublicCalendar;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Feeds and calendars of what everybody may see; what is followed stands in the address: {@code ?wilaya=19&field=ENV&organization=7}. */
@Controller
class FeedFiles {

  private final NewThings things;
  private final PublicCalendar calendar;
  private final MadeForAll shelf;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Organizations organizations;
  private final PageMaker pages;

  FeedFiles(NewThings things, PublicCalendar calendar, MadeForAll shelf, Places places, Taxonomy taxonomy, Organizations organizations, PageMaker pages) {
    this.things = things;
    this.calendar = calendar;
    this.shelf = shelf;
    this.places = places;
    this.taxonomy = taxonomy;
    this.organizations = organizations;
    this.pages = pages;
  }

  @GetMapping("/feeds/{kinds:[a-z]{3,20}}.atom")
  ResponseEntity<byte[]> atom(@PathVariable String kinds, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    return ProgramAnswers.open(feed(kinds, "atom", asked, pages.page(request)), ProgramAnswers.ATOM);
  }

  @GetMapping("/feeds/{kinds:[a-z]{3,20}}.rss")
  ResponseEntity<byte[]> rss(@PathVariable String kinds, @RequestParam Map<String, String> asked, HttpServletRequest request) {
    return ProgramAnswers.open(feed(kinds, "rss", asked, pages.page(request)), ProgramAnswers.RSS);
  }

  @GetMapping("/feeds/opportunities.ics")
  ResponseEntity<byte[]> calendar(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Choice choice = choice(asked);
    return ProgramAnswers.open(shelf.get(key("ics", choice, page), () -> calendar.of(choice, page.words(), page.site())), ProgramAnswers.CALENDAR);
  }

  private Made feed(String kinds, String form, Map<String, String> asked, Page page) {
    String kind = things.kind(kinds).orElseThrow(() -> new NotFound("feed " + kinds));
    Choice choice = choice(asked);
    String list = kind.equals("operation") ? "/archive" : "/" + kinds;
    return shelf.get(key(kinds + "." + form, choice, page), () -> things.of(kind, choice, form, list, page.words(), page.site()));
  }

  private Choice choice(Map<String, String> asked) {
    return Choice.read(asked, places, taxonomy, organizations);
  }

  private static String key(String name, Choice choice, Page page) {
    return page.site() + " " + page.language().code() + " " + name + choice.query();
  }
}
