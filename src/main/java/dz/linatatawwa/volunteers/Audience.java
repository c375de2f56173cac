package dz.linatatawwa.volunteers;

import java.util.Arrays;
import java.util.Optional;

/** What somebody mainly does in life; opportunities may be meant for some of these. */
public enum Audience {
  PUPIL("pupil"),
  STUDENT("student"),
  TRAINEE("trainee"),
  EMPLOYED("employed"),
  UNEMPLOYED("unemployed"),
  AT_HOME("at-home"),
  RETIRED("retired");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  /** As kept and as sent: {@code at-home}. Its word is {@code volunteers.audience.<code>}. */
  public String code() {
    return code;
  }

  public static Optional<Audience> of(String code) {
    return Arrays.stream(values()).filter(a -> a.code.equals(code)).findFirst();
  }
}
