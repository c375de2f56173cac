package dz.linatatawwa.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an application for a shift ended. */
public sealed interface Application {

  /** A seat is held. */
  record Placed(ApplicationId id) implements Application {}

  /** On the waiting list, in order of arrival.
   *  @param position from 1 */
  record Waiting(ApplicationId id, int position) implements Application {}

  /** The organisation answers by hand.
   *  @param due when its clock runs out */
  record Pending(ApplicationId id, Instant due) implements Application {}

  /** The same person holds a seat elsewhere at that time; may be overridden on purpose. */
  record Clash(long shift, String title, Instant startsAt, Instant endsAt) implements Application {}

  /** The opportunity requires something that this person lacks. */
  record Unmet(Requirement.Lack lack) implements Application {}

  /** Not possible, and why. */
  record Refused(Reason why) implements Application {}

  /** Why an application is refused; its words are {@code participation.refused.<code>}. */
  enum Reason {
    /** Not published, or its organisation takes in nobody. */
    NOT_OPEN("not-open"),
    /** The shift is closed or cancelled. */
    SHIFT_CLOSED("shift-closed"),
    /** The shift has begun. */
    TOO_LATE("too-late"),
    /** Younger than the opportunity accepts. */
    TOO_YOUNG("too-young"),
    /** A minor without a guardian's consent. */
    GUARDIAN_NEEDED("guardian-needed"),
    /** The opportunity asks for two guardians' consent. */
    BOTH_GUARDIANS("both-guardians"),
    /** A minor, and the shift is not at hours of the day for minors. */
    YOUNG_HOURS("young-hours"),
    /** Under fifteen: only with the group of a school or of scouts. */
    GROUP_ONLY("group-only"),
    /** Too young to come without somebody of age who holds a seat too. */
    COMPANION("companion"),
    /** The role does not belong to the shift. */
    NO_SUCH_ROLE("no-such-role"),
    /** Has no volunteer's profile yet. */
    NOT_A_VOLUNTEER("not-a-volunteer"),
    /** The organisation said no to this person for this shift. */
    DECLINED_BEFORE("declined-before"),
    /** The offered seat went on to the next. */
    OFFER_LAPSED("offer-lapsed"),
    /** More people at once than the shift has seats. */
    PARTY_TOO_LARGE("party-too-large"),
    /** Seats were offered to a whole party: who speaks for it confirms for all. */
    WITH_PARTY("with-party");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** The reason of what stands in somebody's way because of their age. */
    static Reason of(YoungFault fault) {
      return switch (fault) {
        case TOO_YOUNG -> TOO_YOUNG;
        case GROUP_ONLY -> GROUP_ONLY;
        case YOUNG_HOURS -> YOUNG_HOURS;
        case GUARDIAN_NEEDED -> GUARDIAN_NEEDED;
        case BOTH_GUARDIANS -> BOTH_GUARDIANS;
        case COMPANION -> COMPANION;
      };
    }
  }

  /** The living application behind an answer, where there is one. */
  default @Nullable ApplicationId application() {
    return switch (this) {
      case Placed(var id) -> id;
      case Waiting(var id, var position) -> id;
      case Pending(var id, var due) -> id;
      case Clash _, Unmet _, Refused _ -> null;
    };
  }
}
