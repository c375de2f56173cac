package dz.linatatawwa.stories.web;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.Query;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.SentDesk;
import dz.linatatawwa.stories.Stories;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryCriteria;
import dz.linatatawwa.stories.StoryId;
import dz.linatatawwa.stories.StoryKind;
import dz.linatatawwa.stories.StoryPicture;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.stories.StoryPlace;
import dz.linatatawwa.stories.StoryStretch;
import dz.linatatawwa.taxonomy.Taxonomy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Stories as everybody reads them. */
@Controller
class StoryPages {

  private final Stories stories;
  private final StoryPictures pictures;
  private final StoryCards cards;
  private final StoryBodies bodies;
  private final SentDesk sent;
  private final Places places;
  private final Taxonomy taxonomy;
  private final PageMaker pages;

  StoryPages(Stories stories, StoryPictures pictures, StoryCards cards, StoryBodies bodies, SentDesk sent, Places places, Taxonomy taxonomy, PageMaker pages) {
    this.stories = stories;
    this.pictures = pictures;
    this.cards = cards;
    this.bodies = bodies;
    this.sent = sent;
    this.places = places;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/stories")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    StoryCriteria criteria = criteria(asked);
    StoryStretch stretch = stories.page(criteria, StoryPlace.of(asked.getOrDefault("behind", "")).orElse(null));
    return View.of("stories/list", "criteria", criteria, "cards", cards.of(stretch.rows(), page.words()), "stretch", stretch, "kinds", kinds(criteria, page),
        "wilayas", cards.wilayas(page.language()), "fields", cards.fields(page.language()), "later", asked.containsKey("behind"));
  }

  /** What makes no sense is left out. */
  private StoryCriteria criteria(Map<String, String> asked) {
    String field = Typed.line(asked.get("field"));
    String wilaya = Typed.line(asked.get("wilaya"));
    return new StoryCriteria(StoryKind.of(asked.getOrDefault("kind", "")).orElse(null),
        wilaya.matches("\\d\\d") ? places.wilaya(new WilayaCode(wilaya)).map(found -> found.code()).orElse(null) : null, taxonomy.field(field).map(found -> found.code()).orElse(null));
  }

  private static List<Link> kinds(StoryCriteria criteria, Page page) {
    List<Link> links = new ArrayList<>(List.of(new Link(page.text("stories.kind.all"), of("", page), criteria.kind() == null)));
    for (StoryKind kind : StoryKind.values()) links.add(new Link(page.text("stories.kinds." + kind.code()), of(kind.code(), page), criteria.kind() == kind));
    return links;
  }

  private static String of(String kind, Page page) {
    return page.path() + Query.of(page.query()).without("behind").with("kind", kind);
  }

  @PublicPage(mayLag = true)
  @GetMapping("/stories/{id:[1-9]\\d{0,17}}")
  ModelAndView show(@PathVariable long id, HttpServletRequest request) {
    Story story = stories.shown(new StoryId(id)).orElseThrow(() -> new NotFound("story " + id));
    Page page = pages.page(request);
    List<StoryPicture> free = pictures.free(story);
    return View.of("stories/show", "card", cards.of(story, free.isEmpty() ? null : free.getFirst(), page.words()), "body", bodies.of(story, free, page.language()), "teller", sent.byline(story).orElse(""), "preview", false);
  }
}
