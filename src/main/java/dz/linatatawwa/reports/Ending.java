package dz.linatatawwa.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a supervisor may make of a reported thing. */
public enum Ending {
  /** It stays as it is. */
  LEFT("no-breach", "not-shown", "settled", "misuse"),
  /** It stays, and its people are warned. */
  WARNED,
  /** Nobody sees it until it is mended. */
  WITHHELD,
  /** Nobody sees it any more. */
  REMOVED,
  /** Nobody sees it any more, and whose it is is suspended. */
  SUSPENDED;

  private final List<String> reasons;

  Ending(String... reasons) {
    this.reasons = reasons.length == 0 ? breaches() : List.of(reasons);
  }

  private static List<String> breaches() {
    return List.of("danger", "fraud", "minors", "discrimination", "wrong-facts", "own-picture", "law", "other");
  }

  /** As kept; its words are {@code reports.ending.CODE}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The coded reasons to choose from; their words are {@code reports.why.CODE}. */
  public List<String> reasons() {
    return reasons;
  }

  /** Whether it weighs on somebody. */
  public boolean harsh() {
    return this != LEFT;
  }

  static Optional<Ending> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
