package dz.linatatawwa.promotion.web;

import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.promotion.ShareCards;
import dz.linatatawwa.promotion.Posters;
import dz.linatatawwa.promotion.Promoted;
import dz.linatatawwa.promotion.PromotedKind;
import dz.linatatawwa.promotion.Promotion;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Share cards as PNG, posters and handbills as PDF. {@code lang} or, where the visitor's own language shall stay, {@code in} says in which language. */
@Controller
class CardPages {

  private static final String NUMBER = "/{id:[1-9]\\d{0,17}}";
  private static final String KEY = "/{id:[a-z0-9][a-z0-9-]{0,39}}";
  private static final Duration KEPT = Duration.ofHours(1);

  private final Promotion promotion;
  private final ShareCards cards;
  private final Posters posters;
  private final Dictionary dictionary;
  private final PageMaker pages;

  CardPages(Promotion promotion, ShareCards cards, Posters posters, Dictionary dictionary, PageMaker pages) {
    this.promotion = promotion;
    this.cards = cards;
    this.posters = posters;
    this.dictionary = dictionary;
    this.pages = pages;
  }

  @GetMapping({"/opportunities" + NUMBER + "/card.png", "/campaigns" + NUMBER + "/card.png", "/badges" + KEY + "/card.png", "/archive" + NUMBER + "/card.png",
      "/stories" + NUMBER + "/card.png"})
  ResponseEntity<byte[]> card(@PathVariable String id, @RequestParam(defaultValue = "") String in, HttpServletRequest request) {
    Page page = pages.page(request);
    Words words = words(in, page);
    Promoted it = promotion.find(kind(request), id, words);
    String link = Links.read(page, promotion.link(it));
    String mark = cards.mark(it, words, link);
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains('"' + mark + '"')) return answer(HttpStatus.NOT_MODIFIED, mark).build();
    Optional<byte[]> png = cards.png(it, words, link, mark, Origin.of(request).network());
    return png.map(bytes -> answer(HttpStatus.OK, mark).contentType(MediaType.IMAGE_PNG).body(bytes)).orElseGet(() -> later());
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status, String mark) {
    return ResponseEntity.status(status).cacheControl(CacheControl.maxAge(KEPT).cachePublic()).eTag(mark);
  }

  @GetMapping({"/opportunities" + NUMBER + "/poster.pdf", "/campaigns" + NUMBER + "/poster.pdf", "/badges" + KEY + "/poster.pdf", "/archive" + NUMBER + "/poster.pdf",
      "/stories" + NUMBER + "/poster.pdf"})
  ResponseEntity<byte[]> poster(@PathVariable String id, @RequestParam(defaultValue = "") String in, HttpServletRequest request) {
    return printed(id, in, Posters.Format.POSTER, request);
  }

  @GetMapping({"/opportunities" + NUMBER + "/handbills.pdf", "/campaigns" + NUMBER + "/handbills.pdf", "/badges" + KEY + "/handbills.pdf", "/archive" + NUMBER + "/handbills.pdf",
      "/stories" + NUMBER + "/handbills.pdf"})
  ResponseEntity<byte[]> handbills(@PathVariable String id, @RequestParam(defaultValue = "") String in, HttpServletRequest request) {
    return printed(id, in, Posters.Format.HANDBILLS, request);
  }

  private ResponseEntity<byte[]> printed(String id, String in, Posters.Format format, HttpServletRequest request) {
    Page page = pages.page(request);
    Words words = words(in, page);
    Promoted it = promotion.find(kind(request), id, words);
    Optional<byte[]> pdf = posters.pdf(it, format, words, Links.coded(page, promotion.link(it)), Links.read(page, promotion.link(it)), Origin.of(request).network());
    String name = format.name().toLowerCase(Locale.ROOT) + "-" + it.kind().code() + "-" + it.number() + "-" + words.language().code() + ".pdf";
    return pdf.map(bytes -> ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noCache())
        .header("Content-Disposition", "inline; filename=\"" + name + "\"").body(bytes)).orElseGet(() -> later());
  }

  private Words words(String in, Page page) {
    return Language.of(in).map(dictionary::in).orElse(page.words());
  }

  /** The first word of the address. */
  static PromotedKind kind(HttpServletRequest request) {
    String path = request.getRequestURI();
    return PromotedKind.of(path.substring(1, path.indexOf('/', 1))).orElseThrow(() -> new NotFound(path));
  }

  private static ResponseEntity<byte[]> later() {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "60").body(new byte[0]);
  }
}
