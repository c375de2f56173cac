package dz.linatatawwa.promotion.web;

import dz.linatatawwa.print.Qr;
import dz.linatatawwa.promotion.ShareCards;
import dz.linatatawwa.promotion.Promoted;
import dz.linatatawwa.promotion.Promotion;
import dz.linatatawwa.promotion.ShortLink;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What there is to pass a thing on, on one page; and short links, which lead to pages of ours alone. */
@Controller
class PromotionPages {

  private static final String NUMBER = "/{id:[1-9]\\d{0,17}}";

  private final Promotion promotion;
  private final ShareCards cards;
  private final PageMaker pages;

  PromotionPages(Promotion promotion, ShareCards cards, PageMaker pages) {
    this.promotion = promotion;
    this.cards = cards;
    this.pages = pages;
  }

  @GetMapping({"/opportunities" + NUMBER + "/promotion", "/campaigns" + NUMBER + "/promotion", "/badges/{id:[a-z0-9][a-z0-9-]{0,39}}/promotion", "/archive" + NUMBER + "/promotion",
      "/stories" + NUMBER + "/promotion"})
  ModelAndView all(@PathVariable String id, HttpServletRequest request) {
    Page page = pages.page(request);
    Promoted it = promotion.find(CardPages.kind(request), id, page.words());
    ShortLink link = promotion.link(it);
    String read = Links.read(page, link);
    return View.of("promotion/all", "it", it, "link", link.path(), "read", read, "opened", promotion.opened(link), "mark", cards.mark(it, page.words(), read).substring(0, 8),
        "qr", Qr.of(Links.coded(page, link), Qr.Correction.QUARTILE).svg(page.text("promotion.poster.code", read)));
  }

  /** Temporarily: what a link says may be shown elsewhere one day, and every opening is counted. */
  @GetMapping({"/s/{code}", "/S/{code}"})
  ResponseEntity<Void> follow(@PathVariable String code, HttpServletRequest request) {
    String path = promotion.follow(code, pages.page(request).words()).orElseThrow(() -> new NotFound("short link " + code));
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(path)).cacheControl(CacheControl.noStore()).build();
  }
}
