package dz.linatatawwa.archive.web;

import dz.linatatawwa.archive.Criteria;
import dz.linatatawwa.archive.Operation;
import dz.linatatawwa.archive.OperationSearch;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.AtomFeed;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came into the archive last, for readers of feeds: the same filters as the list, so that somebody follows a wilaya, a field or an organisation. */
@Controller
class ArchiveFeed {

  private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final CacheControl SOME_MINUTES = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final OperationSearch search;
  private final CriteriaReading reading;
  private final OperationChoices choices;
  private final PageMaker pages;

  ArchiveFeed(OperationSearch search, CriteriaReading reading, OperationChoices choices, PageMaker pages) {
    this.search = search;
    this.reading = reading;
    this.choices = choices;
    this.pages = pages;
  }

  @GetMapping("/archive/feed.atom")
  ResponseEntity<byte[]> feed(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    Page page = pages.page(request);
    Criteria criteria = reading.of(asked);
    Query query = Query.of(page.query()).without("after").without("view");
    List<AtomFeed.Entry> entries = search.latest(criteria).stream().map(operation -> entry(operation, page)).toList();
    byte[] written = new AtomFeed(page.site() + "/archive/feed.atom" + query, title(criteria, page), page.site() + "/archive/feed.atom" + query, page.site() + "/archive" + query,
        page.language(), entries).written();
    return ResponseEntity.ok().cacheControl(SOME_MINUTES).contentType(ATOM).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE).body(written);
  }

  private String title(Criteria criteria, Page page) {
    Stream<String> parts = Stream.of(page.text("archive.title"), criteria.wilaya() == null ? "" : choices.wilayaName(criteria.wilaya().value(), page.language()),
        criteria.field() == null ? "" : choices.fieldName(criteria.field(), page.language()), criteria.year() == null ? "" : criteria.year().toString(), criteria.words());
    return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  private AtomFeed.Entry entry(Operation operation, Page page) {
    Words words = page.words();
    String body = operation.body(words.language());
    Stream<String> said = Stream.of(operation.told().when().in(words), choices.place(operation, words), choices.field(operation, words.language()), operation.told().about());
    return new AtomFeed.Entry(page.site() + "/archive/" + operation.id().value(), operation.told().title(), operation.since(), operation.since(),
        body.isEmpty() ? words.text("site.name") : body, said.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")), null);
  }
}
