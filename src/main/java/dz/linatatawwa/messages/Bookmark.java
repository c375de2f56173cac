package dz.linatatawwa.messages;

import java.time.Instant;
import java.util.Optional;

/** A place in a list in order of time: behind the row of this moment and number. In addresses {@code 1764521000000000-12}, the moment in microseconds. */
public record Bookmark(Instant at, long id) {

  /** What an address says; nothing: the beginning of the list. */
  public static Optional<Bookmark> read(String typed) {
    if (!typed.matches("[0-9]{1,17}-[0-9]{1,18}")) return Optional.empty();
    long micros = Long.parseLong(typed.substring(0, typed.indexOf('-')));
    return Optional.of(new Bookmark(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000), Long.parseLong(typed.substring(typed.indexOf('-') + 1))));
  }

  @Override
  public String toString() {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "-" + id;
  }
}
