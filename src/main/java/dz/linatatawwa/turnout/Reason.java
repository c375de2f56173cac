package dz.linatatawwa.turnout;

import java.util.Arrays;
import java.util.Optional;

/** Why minutes that were attended are not counted. Each minute has one reason: the first of this list that holds. */
public enum Reason {
  /** The opportunity was compulsory service: recorded, never volunteering (rule 6). */
  COMPULSORY("compulsory"),
  /** Part of a curriculum. */
  CURRICULAR("curricular"),
  /** Paid. */
  PAID("paid"),
  /** Proposed, and nobody has confirmed or refused it yet. */
  WAITING("waiting"),
  /** Refused, and nothing else was proposed in its place. */
  REFUSED("refused"),
  /** Confirmed once and taken back, and nothing else stands in its place. */
  REVERSED("reversed"),
  /** Stands in the ledger with grade D: entered later, with a document. */
  GRADE_D("grade-d"),
  /** Stands in the ledger with grade E: as its people declare it. */
  GRADE_E("grade-e"),
  /** Stands in the ledger with a grade that counts, of somebody under fifteen on the day: its year less that of the birth. */
  UNDER_FIFTEEN("under-fifteen");

  private final String code;

  Reason(String code) {
    this.code = code;
  }

  /** As tables and message keys write it. */
  public String code() {
    return code;
  }

  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
