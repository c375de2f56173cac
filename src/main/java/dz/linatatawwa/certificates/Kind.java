package dz.linatatawwa.certificates;

import java.util.Arrays;
import java.util.Optional;

/** What a paper about hours is. */
public enum Kind {
  /** One page about one person: who, how much, with whom, when. */
  HOURS("hours", 1),
  /** The volunteer's book: the totals and every line of one person. */
  BOOK("book", 2),
  /** Several people and their hours, for an institution. */
  LIST("list", 3);

  private final String code;
  private final int sign;

  Kind(String code, int sign) {
    this.code = code;
    this.sign = sign;
  }

  /** As kept and as sent. */
  public String code() {
    return code;
  }

  /** The number that stands for it in a signed code. */
  int sign() {
    return sign;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
