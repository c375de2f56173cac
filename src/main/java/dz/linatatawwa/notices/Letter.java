package dz.linatatawwa.notices;

import dz.linatatawwa.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice on its way to one address.
 *  @param id      of the delivery
 *  @param channel email or sms
 *  @param tries   how often it was tried, this time included */
record Letter(long id, String channel, String address, int tries, String kind, String title, String body, @Nullable String link, Language language,
    Instant madeAt) {

  boolean isCode() {
    return kind.equals(Sending.CODE);
  }

  /** Without the marks that keep directions apart on a page: mail programs and phones show them as boxes. */
  static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }
}
