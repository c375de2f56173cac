package dz.linatatawwa.site;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page as it was sent, with its compressed form once somebody asked for that. */
final class KeptPage {

  private final Locale language;
  private final byte[] bytes;
  private final String tag;
  private volatile byte @Nullable [] gzip;

  KeptPage(Locale language, byte[] bytes) {
    this.language = language;
    this.bytes = bytes;
    this.tag = "W/\"" + StaticFile.fingerprint(bytes) + "\"";
  }

  Locale language() {
    return language;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Changes with the content. */
  String tag() {
    return tag;
  }

  byte[] gzip() {
    byte[] made = gzip;
    if (made == null) gzip = made = StaticFile.gzip(bytes);
    return made;
  }

  int weight() {
    return bytes.length + bytes.length / 4 + 200;
  }
}
