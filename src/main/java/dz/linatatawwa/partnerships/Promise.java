package dz.linatatawwa.partnerships;

import java.util.Arrays;
import java.util.Optional;

/** What a partner promises by an agreement: benefits for volunteers, places in trainings, that hours are recognised for its own members. */
public enum Promise {
  BENEFITS("benefits"),
  TRAINING_PLACES("training-places"),
  RECOGNITION("recognition");

  private final String code;

  Promise(String code) {
    this.code = code;
  }

  /** As kept in the database; the view {@code partnerships.active_agreement} writes it so. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "partnerships.promise." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Promise> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
