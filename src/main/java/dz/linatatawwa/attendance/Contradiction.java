package dz.linatatawwa.attendance;

/** Two deeds that cannot both be true.
 *  @param key     the deed that does not stand
 *  @param against the one that does */
public record Contradiction(Kind kind, String key, String against) {

  /** What they disagree about; the words are {@code attendance.conflict.<code>}. */
  public enum Kind {
    /** A check-in on paper more than five minutes from the one that the day saw. */
    TWO_BEGINNINGS("two-beginnings"),
    /** Two check-outs more than five minutes apart. */
    TWO_ENDS("two-ends"),
    /** A check-in more than five minutes after the check-out. */
    CAME_BACK("came-back"),
    /** No-show, and checked in. */
    ABSENT_AND_CAME("absent-and-came"),
    /** A check-out that is not after the check-in. */
    END_BEFORE_BEGINNING("end-before-beginning"),
    /** Two people corrected the times, more than five minutes apart. */
    TWO_CORRECTIONS("two-corrections"),
    /** One device took back what another one saw as well. */
    TAKEN_BACK("taken-back");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
