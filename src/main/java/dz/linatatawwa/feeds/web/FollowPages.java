package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.Choice;
import dz.linatatawwa.feeds.NewThings;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.site.View;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;

/** How to follow from elsewhere: the addresses of calendars and feeds for what somebody chooses, and the snippet for other sites. */
@Controller
class FollowPages {

  private static final List<String> THEMES = List.of("light", "dark");

  private final NewThings things;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Organizations organizations;
  private final PageMaker pages;

  FollowPages(NewThings things, Places places, Taxonomy taxonomy, Organizations organizations, PageMaker pages) {
    this.things = things;
    this.places = places;
    this.taxonomy = taxonomy;
    this.organizations = organizations;
    this.pages = pages;
  }

  @PublicPage
  @GetMapping("/feeds")
  ModelAndView follow(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Choice choice = choice(asked);
    String calendar = page.site() + "/feeds/opportunities.ics" + choice.query();
    Map<String, String> others = new LinkedHashMap<>();
    for (String kind : things.kinds()) if (!kind.equals("opportunity")) others.put(kind, "/feeds/" + NewThings.plural(kind));
    return View.of("feeds/follow", "choice", choice, "fields", fields(page), "calendar", calendar, "webcal", calendar.replaceFirst("^https?:", "webcal:"),
        "feed", page.site() + "/feeds/opportunities", "others", others);
  }

  @PublicPage
  @GetMapping("/embed")
  ModelAndView embed(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Choice choice = choice(asked);
    String language = Language.of(asked.getOrDefault("speaks", "")).map(Language::code).orElse(page.language().code());
    String wanted = asked.getOrDefault("theme", "");
    String theme = THEMES.contains(wanted) ? wanted : "";
    int rows = EmbeddedList.rows(asked.getOrDefault("rows", ""));
    Query query = Query.of(choice.query().replaceFirst("^\\?", "")).with("lang", language).with("theme", theme).with("rows", Integer.toString(rows));
    String list = page.site() + "/embed/opportunities" + query;
    return View.of("feeds/compose", "choice", choice, "fields", fields(page), "speaks", language, "theme", theme, "rows", rows, "list", list,
        "json", page.site() + "/embed/opportunities.json" + query, "snippet", snippet(list, choice.title(page.text("search.kind.opportunity"), page.language()), EmbeddedList.height(rows)));
  }

  /** The frame may open pages of ours and nothing else: no script of it runs, and it learns nothing of the page around it. */
  private static String snippet(String list, String title, int height) {
    return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"%d\" loading=\"lazy\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\"></iframe>"
        .formatted(HtmlUtils.htmlEscape(list, "UTF-8"), HtmlUtils.htmlEscape(title, "UTF-8"), height);
  }

  private Choice choice(Map<String, String> asked) {
    return Choice.read(asked, places, taxonomy, organizations);
  }

  private List<Option> fields(Page page) {
    return taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(page.language()))).toList();
  }
}
