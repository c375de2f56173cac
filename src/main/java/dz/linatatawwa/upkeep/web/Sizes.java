package dz.linatatawwa.upkeep.web;

import dz.linatatawwa.language.Words;

/** Bytes and milliseconds as people read them. */
public final class Sizes {

  private static final double KILO = 1024;

  private Sizes() {}

  /** In the largest unit that leaves at least one. */
  public static String bytes(Words words, long bytes) {
    double size = Math.max(0, bytes);
    if (size >= KILO * KILO * KILO) return words.text("upkeep.size.gigabytes", words.decimal(size / KILO / KILO / KILO, 1));
    if (size >= KILO * KILO) return words.text("upkeep.size.megabytes", words.decimal(size / KILO / KILO, 0));
    return words.text("upkeep.size.kilobytes", words.decimal(size / KILO, 0));
  }

  /** Milliseconds, or seconds from a second on. */
  public static String time(Words words, double millis) {
    if (Math.abs(millis) >= 1000) return words.text("upkeep.time.seconds", words.decimal(millis / 1000, 1));
    return words.text("upkeep.time.millis", words.decimal(millis, Math.abs(millis) < 10 ? 1 : 0));
  }
}
