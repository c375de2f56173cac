package dz.linatatawwa.releases;

import java.util.Arrays;

/** How a published value is to be read. */
public enum Status {
  /** As it is. */
  FINAL(""),
  /** Not shown: few people stand behind it, or behind one that it would give away. */
  HIDDEN("c"),
  /** Nobody, nothing: a true zero. */
  ZERO("z"),
  /** Released before the fifteenth day after the term's end, while hours were still being confirmed. */
  PROVISIONAL("p");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /** As the column obs_status has it. */
  public String code() {
    return code;
  }

  static Status of(String code) {
    return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no status: " + code));
  }
}
