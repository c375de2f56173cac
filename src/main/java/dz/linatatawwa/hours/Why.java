package dz.linatatawwa.hours;

/** Why a claim was left as it was; its words are {@code hours.left.<code>}. */
public enum Why {
  /** Nobody confirms their own hours. */
  OWN_HOURS("own-hours"),
  /** Another person of the same level has confirmed already: the second comes from another level. */
  SAME_LEVEL("same-level"),
  /** More than twelve hours on one day, and no reason was given. */
  OVER_TWELVE("over-twelve"),
  /** More time than one person may be given for one shift. */
  OVER_SHIFT("over-shift"),
  /** Somebody settled it meanwhile. */
  ALREADY_SETTLED("already-settled"),
  /** The person has other hours at that time. */
  TWO_PLACES("two-places"),
  /** The times lie outside what may be claimed. */
  IMPOSSIBLE_TIME("impossible-time"),
  /** Compulsory, curricular or paid: recorded, and never hours (rule 6). */
  NOT_VOLUNTEERING("not-volunteering");

  private final String code;

  Why(String code) {
    this.code = code;
  }

  /** The last part of the message key. */
  public String code() {
    return code;
  }
}
