package dz.linatatawwa.programmes;

/** What came of joining a programme. */
public sealed interface JoinedProgramme {

  /** A member now. */
  record Done() implements JoinedProgramme {}

  /** A minor: the guardian was asked, and until they agree the institution sees nothing. */
  record GuardianAsked() implements JoinedProgramme {}

  /** A minor without a guardian's consent to take part at all: that comes first. */
  record GuardianNeeded() implements JoinedProgramme {}

  /** Nobody joins now, and why.
   *  @param key of the message */
  record Refused(String key) implements JoinedProgramme {}
}
