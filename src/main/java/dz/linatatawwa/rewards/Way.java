package dz.linatatawwa.rewards;

import java.util.Arrays;
import java.util.Optional;

/** How the places of a benefit are given. */
public enum Way {
  /** To whoever comes first. */
  FIRST_COME("first-come"),
  /** By a drawing of lots among all who entered. */
  LOT("lot");

  private final String code;

  Way(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Way> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
