package dz.linatatawwa.messages;

import java.util.Locale;

/** Who speaks in a conversation: the volunteer, or the organisation by one of those who run it. */
public enum Side {
  VOLUNTEER, ORGANIZATION;

  /** As kept, and as keys of words write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Who listens. */
  public Side other() {
    return this == VOLUNTEER ? ORGANIZATION : VOLUNTEER;
  }

  static Side of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
