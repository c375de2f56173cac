package dz.linatatawwa.releases.web;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.releases.Releases;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.PageMaker;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Releases as files: what was published is kept for ever by whoever has it, for its bytes never change. */
@Controller
class DataFiles {

  static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  static final CacheControl FOR_A_MINUTE = CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType ZIP = new MediaType("application", "zip");
  private static final MediaType PARQUET = new MediaType("application", "vnd.apache.parquet");
  private static final MediaType XLSX = new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final MediaType JSON_LD = new MediaType("application", "ld+json", StandardCharsets.UTF_8);
  private static final int NEWEST = 1;

  private final Releases releases;
  private final Editions editions;
  private final ReleaseCatalogue catalogue;
  private final PageMaker pages;

  DataFiles(Releases releases, Editions editions, ReleaseCatalogue catalogue, PageMaker pages) {
    this.releases = releases;
    this.editions = editions;
    this.catalogue = catalogue;
    this.pages = pages;
  }

  @GetMapping(DataPages.EDITION + "/package.zip")
  ResponseEntity<byte[]> whole(@PathVariable String term, @PathVariable int number) {
    Edition edition = editions.open(term, number);
    return file(edition, releases.archive(edition).orElseThrow(), "linatatawwa-" + edition.fileName() + ".zip", ZIP);
  }

  @GetMapping(DataPages.EDITION + "/package.zip.note")
  ResponseEntity<byte[]> note(@PathVariable String term, @PathVariable int number) {
    Edition edition = editions.open(term, number);
    String note = edition.signedNote();
    if (note == null) throw new IllegalStateException(edition.fileName() + " was published without a signature");
    return file(edition, note.getBytes(StandardCharsets.UTF_8), "linatatawwa-" + edition.fileName() + ".zip.note", TEXT);
  }

  @GetMapping(DataPages.EDITION + "/datapackage.json")
  ResponseEntity<byte[]> descriptor(@PathVariable String term, @PathVariable int number) {
    return inside(editions.open(term, number), "datapackage.json", MediaType.APPLICATION_JSON);
  }

  @GetMapping(DataPages.EDITION + "/{folder:csv|parquet}/{name:[a-zA-Z0-9]{1,20}}.{ending:csv|parquet}")
  ResponseEntity<byte[]> table(@PathVariable String term, @PathVariable int number, @PathVariable String folder, @PathVariable String name, @PathVariable String ending) {
    if (!folder.equals(ending)) throw new NotFound(folder + "/" + name + "." + ending);
    return inside(editions.open(term, number), folder + "/" + name + "." + ending, folder.equals("csv") ? CSV : PARQUET);
  }

  @GetMapping(DataPages.EDITION + "/xlsx/{language:ar|fr|en}.xlsx")
  ResponseEntity<byte[]> workbook(@PathVariable String term, @PathVariable int number, @PathVariable String language) {
    Edition edition = editions.open(term, number);
    return inside(edition, "xlsx/" + edition.fileName() + "." + language + ".xlsx", XLSX);
  }

  /** The keys by which releases are checked, one a line, the newest first. */
  @GetMapping("/data/key")
  ResponseEntity<String> keys() {
    return ResponseEntity.ok().cacheControl(FOR_A_MINUTE).contentType(TEXT).body(String.join("\n", releases.keys()) + "\n");
  }

  @GetMapping("/data/catalog.json")
  ResponseEntity<byte[]> catalogue(HttpServletRequest request) {
    return ResponseEntity.ok().cacheControl(FOR_A_MINUTE).contentType(JSON_LD).body(catalogue.json(releases.open(NEWEST).rows(), pages.page(request).site(), releases.licence()));
  }

  @GetMapping("/data/feed.atom")
  ResponseEntity<byte[]> feed(HttpServletRequest request) {
    Language language = pages.page(request).language();
    return ResponseEntity.ok().cacheControl(FOR_A_MINUTE).contentType(ATOM).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(catalogue.feed(releases.open(NEWEST).rows(), pages.page(request).site(), language));
  }

  private ResponseEntity<byte[]> inside(Edition edition, String name, MediaType type) {
    byte[] bytes = releases.file(edition, name).orElseThrow(() -> new NotFound(edition.fileName() + " " + name));
    return file(edition, bytes, edition.fileName() + "-" + name.substring(name.lastIndexOf('/') + 1), type);
  }

  private static ResponseEntity<byte[]> file(Edition edition, byte[] bytes, String name, MediaType type) {
    return ResponseEntity.ok().cacheControl(FOR_EVER).eTag(edition.hash().substring(0, 16) + "-" + bytes.length).contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
  }
}
