package dz.linatatawwa.daybook;

import java.util.Arrays;
import java.util.Optional;

/** What a coordinator says to one exception, with one tap. */
public enum Answer {
  /** As it stands it is right. */
  RIGHT("right"),
  /** Stayed until the planned end, no longer. */
  UNTIL_END("until-end"),
  /** Was there after all, from the beginning to the end. */
  CAME("came"),
  /** Did not come. */
  ABSENT("absent"),
  /** Other times, which were typed. */
  TIMES("times");

  private final String code;

  Answer(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing; times are not answered with one tap */
  public static Optional<Answer> of(String code) {
    return Arrays.stream(values()).filter(answer -> answer != TIMES && answer.code.equals(code)).findFirst();
  }
}
