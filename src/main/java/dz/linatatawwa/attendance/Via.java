package dz.linatatawwa.attendance;

import java.util.Arrays;
import java.util.Optional;

/** Which way a deed of the day came. */
public enum Via {
  /** A coordinator's page, or the JSON interface under a session. */
  DESK("desk"),
  /** A shift taken along on a leader's phone. */
  KIT("kit"),
  /** A tablet at a door. */
  KIOSK("kiosk"),
  /** The volunteer's own phone, having read the leader's changing code. */
  SITE_CODE("site-code"),
  /** A sheet of paper, copied back. */
  PAPER("paper");

  private final String code;

  Via(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The way of this code. */
  public static Optional<Via> of(String code) {
    return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
  }
}
