package dz.linatatawwa.participation;

import java.util.Arrays;
import java.util.Optional;

/** Why an organisation says no; its words are {@code participation.decline.<code>}. */
public enum DeclineReason {
  FULL("full"),
  SKILLS("skills"),
  AGE("age"),
  DISTANCE("distance"),
  CHANGED("changed"),
  UNREACHABLE("unreachable"),
  ABSENT_BEFORE("absent-before"),
  OTHER("other");

  private final String code;

  DeclineReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<DeclineReason> of(String code) {
    return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
  }
}
