package dz.linatatawwa.archive.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.archive.Archive;
import dz.linatatawwa.archive.CampaignOperations;
import dz.linatatawwa.archive.Criteria;
import dz.linatatawwa.archive.Found;
import dz.linatatawwa.archive.Operation;
import dz.linatatawwa.archive.OperationId;
import dz.linatatawwa.archive.OperationSearch;
import dz.linatatawwa.archive.Operations;
import dz.linatatawwa.archive.OperationPictures;
import dz.linatatawwa.archive.When;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.places.TileMap;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.PublicPage;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The archive as everybody sees it: the time line with its filters, the list of places, the page of each operation. */
@Controller
class ArchivePages {

  private final OperationSearch search;
  private final CriteriaReading reading;
  private final Operations operations;
  private final Archive archive;
  private final CampaignOperations campaigns;
  private final OperationPictures pictures;
  private final Organizations organizations;
  private final OperationChoices choices;
  private final PageMaker pages;
  private final Clock clock;

  ArchivePages(OperationSearch search, CriteriaReading reading, Operations operations, Archive archive, CampaignOperations campaigns, OperationPictures pictures, Organizations organizations,
      OperationChoices choices, PageMaker pages, Clock clock) {
    this.search = search;
    this.reading = reading;
    this.operations = operations;
    this.archive = archive;
    this.campaigns = campaigns;
    this.pictures = pictures;
    this.organizations = organizations;
    this.choices = choices;
    this.pages = pages;
    this.clock = clock;
  }

  @PublicPage(mayLag = true)
  @GetMapping("/archive")
  ModelAndView list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Criteria criteria = reading.of(asked);
    if (asked.getOrDefault("view", "").equals("places")) return places(criteria, page);
    Found found = search.find(criteria);
    return View.of("archive/list", "found", found, "criteria", criteria, "cards", cards(found, page.words()), "fields", choices.fields(page.language()),
        "chosen", chosen(criteria, page), "years", years(found, criteria, page), "sums", archive.of(criteria.wilaya(), period(criteria)));
  }

  private ModelAndView places(Criteria criteria, Page page) {
    Map<String, Long> numbers = search.byWilaya(criteria.field(), criteria.year());
    Map<String, Long> placed = new TreeMap<>(numbers);
    placed.remove("");
    String filter = (criteria.field() == null ? "" : "&field=" + criteria.field()) + (criteria.year() == null ? "" : "&year=" + criteria.year());
    Map<Link, Long> links = new LinkedHashMap<>();
    placed.forEach((code, number) -> links.put(new Link(code + " " + choices.wilayaName(code, page.language()), "/archive?wilaya=" + code + filter, false), number));
    TileMap map = TileMap.of(placed);
    Map<String, String> hrefs = new HashMap<>();
    Map<String, String> told = new HashMap<>();
    for (TileMap.Tile tile : map.tiles()) {
      String code = tile.code().value();
      hrefs.put(code, "/archive?wilaya=" + code + filter);
      told.put(code, page.text("archive.tile", code, choices.wilayaName(code, page.language()), tile.number()));
    }
    return View.of("archive/places", "numbers", links, "several", numbers.getOrDefault("", 0L), "criteria", criteria, "chosen", chosen(criteria, page), "map", map,
        "hrefs", hrefs, "told", told, "fields", choices.fields(page.language()), "most", Math.max(map.most(), numbers.getOrDefault("", 0L)));
  }

  private Period period(Criteria criteria) {
    LocalDate today = clock.instant().atZone(Words.ZONE).toLocalDate();
    Integer year = criteria.year();
    return year == null || year < Period.FIRST.getYear() ? Period.everTo(today) : Period.year(year);
  }

  private List<Card> cards(Found found, Words words) {
    List<Card> cards = new ArrayList<>();
    String before = "";
    for (Found.Hit hit : found.hits()) {
      When when = hit.operation().told().when();
      String heading = (when.precision() == When.Precision.YEAR ? When.year(when.first().getYear()) : When.month(java.time.YearMonth.from(when.first()))).in(words);
      cards.add(new Card(hit.operation(), heading.equals(before) ? null : heading, choices.place(hit.operation(), words), choices.field(hit.operation(), words.language()),
          hit.picture()));
      before = heading;
    }
    return cards;
  }

  private static Map<Link, Long> years(Found found, Criteria criteria, Page page) {
    Map<Link, Long> years = new LinkedHashMap<>();
    found.years().forEach((year, number) -> {
      boolean current = year.equals(criteria.year());
      years.put(new Link(year.toString(), first(page.with("year", current ? "" : year.toString())), current), number);
    });
    return years;
  }

  /** The same list from its beginning. */
  private static String first(String address) {
    return address.replaceAll("([?&])after=[^&]*&?", "$1").replaceAll("[?&]$", "");
  }

  /** What narrows the list, each with the address that takes it off. */
  private List<Link> chosen(Criteria criteria, Page page) {
    List<Link> chosen = new ArrayList<>();
    add(chosen, criteria.words().isEmpty() ? null : criteria.words(), "q", page);
    add(chosen, criteria.wilaya() == null ? null : choices.wilayaName(criteria.wilaya().value(), page.language()), "wilaya", page);
    add(chosen, criteria.commune() == null ? null : choices.communeName(criteria.commune(), page.language()), "commune", page);
    add(chosen, criteria.field() == null ? null : choices.fieldName(criteria.field(), page.language()), "field", page);
    add(chosen, criteria.year() == null ? null : criteria.year().toString(), "year", page);
    if (criteria.organization() instanceof OrganizationId id) {
      add(chosen, organizations.verified(id).map(organization -> organization.name(page.language())).orElse(id.toString()), "organization", page);
    }
    add(chosen, criteria.pictures() ? page.text("archive.pictures.only") : null, "pictures", page);
    return chosen;
  }

  private static void add(List<Link> chosen, @Nullable String label, String name, Page page) {
    if (label != null) chosen.add(new Link(label, first(page.with(name, "")), true));
  }

  @GetMapping("/archive/{id:[1-9]\\d{0,17}}")
  ModelAndView show(@PathVariable long id, Optional<SignedIn> me, HttpServletRequest request) {
    Operation operation = operations.shown(new OperationId(id)).orElseThrow(() -> new NotFound("operation " + id));
    if (operation.mergedInto() != null) return moved("/archive/" + operation.mergedInto());
    Words words = pages.page(request).words();
    OrganizationId organization = operation.told().organization();
    Optional<Organization> body = organization == null ? Optional.empty() : organizations.verified(organization);
    boolean mine = me.isPresent() && (organization == null ? me.get().id().equals(operation.enteredBy()) : organizations.mayRun(me.get().id(), organization));
    Object[] parameters = {"operation", operation, "pictures", pictures.of(operation.id()), "place", choices.place(operation, words),
        "field", choices.field(operation, words.language()), "body", body.orElse(null), "mine", mine, "wilaya", operation.told().wilaya() == null ? ""
            : choices.wilayaName(operation.told().wilaya().value(), words.language()),
        "attended", operation.campaign() == null ? 0L : campaigns.attendedMinutes(operation.campaign())};
    return View.of("archive/show", parameters);
  }

  /** The old address of one that was merged. */
  private static ModelAndView moved(String path) {
    RedirectView view = new RedirectView(path);
    view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }
}
