package dz.linatatawwa.hours;

import java.util.Arrays;
import java.util.Optional;

/** Why hours are refused; its words are {@code hours.refusal.<code>}. */
public enum RefusalCode {
  /** Was not there. */
  NOT_PRESENT("not-present"),
  /** Left, or came, at another time than claimed. */
  WRONG_TIME("wrong-time"),
  /** Compulsory, curricular or paid time never counts (rule 6). */
  NOT_VOLUNTEERING("not-volunteering"),
  /** The same work is claimed elsewhere. */
  DOUBLE("double"),
  /** Nothing proves it. */
  NO_PROOF("no-proof"),
  /** Something else, said in words. */
  OTHER("other");

  private final String code;

  RefusalCode(String code) {
    this.code = code;
  }

  /** As kept in the database, in forms and in message keys. */
  public String code() {
    return code;
  }

  /** @param code as a form sends it; anything unknown gives nothing */
  public static Optional<RefusalCode> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
