package dz.linatatawwa.site;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A page as it was sent, with its compressed form once somebody asked for that. */
final class KeptPage {

  private final Locale language;
  private final byte[] bytes;
  private final int length;
  private final String tag;
  private final long made = System.nanoTime();
  private final AtomicBoolean renewed = new AtomicBoolean();
  private volatile byte @Nullable [] gzip;

  KeptPage(Locale language, PageBytes written) {
    this(language, written.array(), written.length(), tag(written.array(), written.length()));
  }

  private KeptPage(Locale language, byte[] bytes, int length, String tag) {
    this.language = language;
    this.bytes = bytes;
    this.length = length;
    this.tag = tag;
  }

  /** The same page without what was left over behind it, to be kept. */
  KeptPage trimmed() {
    return length == bytes.length ? this : new KeptPage(language, Arrays.copyOf(bytes, length), length, tag);
  }

  /** Two sums that the processor reckons by itself: told apart is what changed by chance, not by malice, and SHA-256 costs thirty times as much. */
  private static String tag(byte[] bytes, int length) {
    CRC32 one = new CRC32();
    one.update(bytes, 0, length);
    CRC32C other = new CRC32C();
    other.update(bytes, 0, length);
    return "W/\"" + HexFormat.of().toHexDigits(one.getValue() << 32 | other.getValue()) + "\"";
  }

  boolean isOlderThan(long nanos) {
    return System.nanoTime() - made > nanos;
  }

  /** Whether the caller is to make it anew: the first who asks, and nobody after them. */
  boolean isYoursToRenew() {
    return !renewed.get() && renewed.compareAndSet(false, true);
  }

  Locale language() {
    return language;
  }

  /** The page, and behind its {@link #length()} perhaps what was left over. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Changes with the content. */
  String tag() {
    return tag;
  }

  byte[] gzip() {
    byte[] made = gzip;
    if (made == null) gzip = made = StaticFile.gzip(bytes, length);
    return made;
  }

  int weight() {
    return length + length / 4 + 200;
  }
}
