package dz.linatatawwa.site;

import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
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
    this.tag = tag(bytes);
  }

  /** Two sums that the processor reckons by itself: told apart is what changed by chance, not by malice, and SHA-256 costs thirty times as much. */
  private static String tag(byte[] bytes) {
    CRC32 one = new CRC32();
    one.update(bytes);
    CRC32C other = new CRC32C();
    other.update(bytes);
    return "W/\"" + HexFormat.of().toHexDigits(one.getValue() << 32 | other.getValue()) + "\"";
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
