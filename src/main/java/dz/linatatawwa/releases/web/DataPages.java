package dz.linatatawwa.releases.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.CodeNames;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.ReleaseTable;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Open data: what was released, each edition at an address that never changes, each table readable on a phone. */
@Controller
class DataPages {

  static final String TERM = "{term:20\\d\\d(?:Q[1-4])?}";
  static final String EDITION = "/data/" + TERM + "/{number:[1-9]\\d{0,3}}";
  static final String TABLE = "{table:T(?:1[0-4]|[1-9])}";
  private static final int LAST_PAGE = 1_000;

  private final Releases releases;
  private final Editions editions;
  private final CodeNames names;
  private final PageMaker pages;

  DataPages(Releases releases, Editions editions, CodeNames names, PageMaker pages) {
    this.releases = releases;
    this.editions = editions;
    this.names = names;
    this.pages = pages;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/data")
  ModelAndView list(@RequestParam(defaultValue = "1") int page) {
    if (page < 1 || page > LAST_PAGE) throw new NotFound("page " + page);
    return View.of("releases/list", "all", releases.open(page), "licence", releases.licence());
  }

  @PublicPage(mayLag = true)
  @GetMapping("/data/" + TERM)
  ModelAndView newest(@PathVariable String term) {
    return show(editions.newest(term));
  }

  @PublicPage(mayLag = true)
  @GetMapping(EDITION)
  ModelAndView edition(@PathVariable String term, @PathVariable int number) {
    return show(editions.open(term, number));
  }

  @PublicPage(mayLag = true)
  @GetMapping(EDITION + "/tables/" + TABLE)
  ModelAndView table(@PathVariable String term, @PathVariable int number, @PathVariable String table, HttpServletRequest request) {
    Edition edition = editions.open(term, number);
    Words words = pages.page(request).words();
    return View.of("releases/table", "edition", edition, "view", view(edition, editions.table(edition, table), names, words));
  }

  private ModelAndView show(Edition edition) {
    List<Edition> others = releases.of(edition.term()).stream().filter(Edition::isOpen).toList();
    return View.of("releases/edition", "edition", edition, "others", others, "tables", releases.tables(edition), "excluded", releases.excluded(edition),
        "keys", releases.keys(), "licence", releases.licence());
  }

  static TableView view(Edition edition, ReleaseTable table, CodeNames names, Words words) {
    return TableView.of(table, names, words, edition.term().time());
  }
}
