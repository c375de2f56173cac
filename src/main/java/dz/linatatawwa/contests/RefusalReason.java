package dz.linatatawwa.contests;

import java.util.Arrays;
import java.util.List;

/** Why a case is refused; its words are {@code contests.refusal.<code>}. */
enum RefusalReason {
  /** Nothing is said that could be looked into. */
  NO_GROUND("no-ground"),
  /** The same was settled before. */
  SETTLED_BEFORE("settled-before"),
  /** Compulsory, curricular or paid time never counts (rule 6). */
  NOT_VOLUNTEERING("not-volunteering"),
  /** What was handed in is not true. */
  UNTRUE("untrue"),
  /** Something else, said in words. */
  OTHER("other");

  private final String code;

  RefusalReason(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static List<RefusalReason> all() {
    return Arrays.asList(values());
  }
}
