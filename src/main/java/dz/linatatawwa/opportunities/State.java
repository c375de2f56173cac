package dz.linatatawwa.opportunities;

import java.util.Locale;

/** How far an opportunity or a campaign has come. */
public enum State {
  /** Seen by its organisation only. */
  DRAFT,
  /** Seen by everybody, takes people in. */
  PUBLISHED,
  /** Seen by everybody, takes nobody in any more. */
  CLOSED,
  /** Called off, with a reason. */
  CANCELLED,
  /** Taken out of sight by supervision, seen by its organisation only; it comes back as it was. */
  WITHHELD;

  /** As kept, and as its words are named: {@code opportunities.state.<code>}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether everybody sees it. */
  public boolean shown() {
    return this != DRAFT && this != WITHHELD;
  }

  static State of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
