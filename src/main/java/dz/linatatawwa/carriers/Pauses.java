package dz.linatatawwa.carriers;

import java.net.http.HttpResponse;
import java.time.Duration;

/** How long to leave a server alone that says that it has too much to do. */
final class Pauses {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private Pauses() {}

  /** What {@code Retry-After} asks for in seconds, within a second and a quarter of an hour; else the usual pause. */
  static Duration asked(HttpResponse<?> answer, Duration usual) {
    String asked = answer.headers().firstValue("Retry-After").orElse("");
    if (!asked.matches("\\d{1,6}")) return usual;
    Duration pause = Duration.ofSeconds(Math.max(1, Long.parseLong(asked)));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
