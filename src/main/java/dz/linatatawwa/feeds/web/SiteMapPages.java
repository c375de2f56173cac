package dz.linatatawwa.feeds.web;

import dz.linatatawwa.feeds.SiteMap;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What search engines ask for: what they may read, and where everything stands. */
@Controller
class SiteMapPages {

  private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

  /** Pages of one person, deeds, and searches, which are endless. */
  private static final String ROBOTS = """
      User-agent: *
      Disallow: /accesses
      Disallow: /administration/
      Disallow: /api/
      Disallow: /calendar
      Disallow: /commitments
      Disallow: /desk
      Disallow: /embed/
      Disallow: /hours
      Disallow: /inbox
      Disallow: /join
      Disallow: /profile
      Disallow: /search
      Disallow: /sign-in
      Disallow: /supervision
      Allow: /

      Sitemap: %s/sitemap.xml
      """;

  private final SiteMap map;
  private final PageMaker pages;

  SiteMapPages(SiteMap map, PageMaker pages) {
    this.map = map;
    this.pages = pages;
  }

  @GetMapping("/robots.txt")
  ResponseEntity<String> robots(HttpServletRequest request) {
    return ResponseEntity.ok().cacheControl(AN_HOUR).header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8").body(ROBOTS.formatted(pages.page(request).site()));
  }

  @GetMapping("/sitemap.xml")
  void index(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
    begin(response);
    map.index(pages.page(request).site(), response.getOutputStream());
  }

  @GetMapping("/sitemap-pages.xml")
  void pages(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
    begin(response);
    map.pages(pages.page(request).site(), response.getOutputStream());
  }

  @GetMapping("/sitemap-{part:[1-9][0-9]{0,5}}.xml")
  void part(@PathVariable int part, HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
    if (part > map.parts()) throw new NotFound("part " + part + " of the map of the site");
    begin(response);
    map.part(part, pages.page(request).site(), response.getOutputStream());
  }

  private static void begin(HttpServletResponse response) {
    response.setContentType("application/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, AN_HOUR.getHeaderValue());
  }
}
