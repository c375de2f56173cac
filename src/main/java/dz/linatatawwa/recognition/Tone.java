package dz.linatatawwa.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colours of a badge: flat, never metal. White letters stand on each with a contrast of at least 5.5. */
public enum Tone {
  CEDAR("#0d5c4d", "#08443a", "#e4f0ec"),
  OCHRE("#a8501a", "#7d3910", "#fbeee2"),
  SEA("#1d5a86", "#133f5f", "#e5eff6"),
  INK("#1b2422", "#000000", "#dcdfd8");

  private final String fill;
  private final String edge;
  private final String thread;

  Tone(String fill, String edge, String thread) {
    this.fill = fill;
    this.edge = edge;
    this.thread = thread;
  }

  /** As kept and sent: {@code cedar}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As {@code #rrggbb}. */
  public String fill() {
    return fill;
  }

  String edge() {
    return edge;
  }

  String thread() {
    return thread;
  }

  public static Optional<Tone> of(String code) {
    return Arrays.stream(values()).filter(tone -> tone.code().equals(code)).findFirst();
  }
}
