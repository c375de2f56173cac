package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;

/** What became of a seat that was to change hands. */
public sealed interface SeatChange {

  /** It did: who gave it has none there any more, who took it holds it.
   *  @param taken the application of who took it */
  record Done(ApplicationId taken) implements SeatChange {}

  /** Nothing changed, and why; the words are {@code participation.unhanded.<code>}. */
  record Refused(Why why) implements SeatChange {}

  /** Nothing changed: a rule is in this person's way. Only they are to read which. */
  record Obstacle(AccountId whose, Application what) implements SeatChange {}

  /** Why a seat stays where it is. */
  enum Why {
    /** Nobody holds it any more. */
    GONE("gone"),
    /** The shift has begun. */
    TOO_LATE("too-late"),
    /** People wait for a seat in this shift: a seat given back is theirs. */
    AWAITED("awaited"),
    /** Others come under this seat, or with it: a family, a young person, a group's child. */
    WITH_OTHERS("with-others"),
    /** Who would take it has applied for that shift already. */
    ALREADY_THERE("already-there");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
