package dz.linatatawwa.participation;

/** How an organisation's answer to an application ended. */
public sealed interface Answer {

  /** A seat is held. */
  record Accepted() implements Answer {}

  /** Accepted, but no seat is left: on the waiting list. */
  record Queued(int position) implements Answer {}

  /** Said no. */
  record Declined() implements Answer {}

  /** It was answered before, or taken back; nothing changed.
   *  @param state what it is now */
  record Unchanged(String state) implements Answer {}

  /** Cannot be accepted, and why. */
  record Refused(Why why) implements Answer {}

  /** Why an application cannot be accepted; the words are {@code participation.unanswered.<code>}. */
  enum Why {
    /** Holds another seat at that time. */
    CLASH("clash"),
    /** A minor without a guardian's consent. */
    GUARDIAN_NEEDED("guardian-needed"),
    /** Another rule for young people: the hours, who comes along, both guardians' consent, the least age. */
    YOUNG("young"),
    /** The shift has begun, or is closed or cancelled. */
    TOO_LATE("too-late"),
    /** The volunteer has left the platform. */
    GONE("gone"),
    /** Lacks what the opportunity requires. */
    REQUIREMENT("requirement");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
