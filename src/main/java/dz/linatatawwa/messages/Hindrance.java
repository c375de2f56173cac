package dz.linatatawwa.messages;

import java.util.Locale;

/** Why somebody may not write now, as the database says it ({@code messages.fault}, which holds whoever writes). Words: {@code messages.hindrance.SIDE.CODE}. */
public enum Hindrance {
  /** The other side wants no messages. */
  BLOCKED,
  /** One's own side wants none: it would have to lift that first. */
  OWN_BLOCK,
  CLOSED,
  /** The organisation may not take people in. */
  NOT_VERIFIED,
  /** A volunteer begins about what is offered, or about what they applied for. */
  NOT_PUBLISHED,
  /** An organisation writes to who applied there, or who wrote first. */
  NO_APPLICATION,
  /** A minor who did not apply to this organisation. */
  MINOR_APPLICATION,
  /** A minor without a guardian's consent, or whose guardian stopped it. */
  MINOR_CONSENT,
  /** A minor whose guardian cannot be reached, and so would not see it. */
  MINOR_GUARDIAN;

  /** As the database says it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Hindrance of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
