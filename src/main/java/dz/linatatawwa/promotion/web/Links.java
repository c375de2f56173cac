package dz.linatatawwa.promotion.web;

import dz.linatatawwa.promotion.ShortLink;
import dz.linatatawwa.site.Page;
import java.util.Locale;

/** Short links as they are read and as they are coded. */
final class Links {

  private Links() {}

  /** As people read and type it: without the scheme. */
  static String read(Page page, ShortLink link) {
    return page.site().replaceFirst("^https?://", "") + link.path();
  }

  /** For a code, in capital letters: those are packed twice as tightly, and whoever reads the address minds neither in the scheme nor in the name of the host; in the path we do not. */
  static String coded(Page page, ShortLink link) {
    return page.absolute(link.path()).toUpperCase(Locale.ROOT);
  }
}
