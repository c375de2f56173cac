package dz.linatatawwa.attendance;

import dz.linatatawwa.participation.YoungFault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How a deed of the day ended. */
public sealed interface Deed {

  /** It stands.
   *  @param at the time that was kept, within the shift and its grace */
  record Done(Instant at) implements Deed {}

  /** It stood before; nothing changed. */
  record Already(Instant at) implements Deed {}

  /** Not possible, and why. */
  record Refused(Why why) implements Deed {}

  /** Why a deed is refused; the words are {@code attendance.day.<code>}. */
  enum Why {
    /** Before the shift, even with the grace. */
    TOO_EARLY("too-early"),
    /** After the shift, even with the grace. */
    TOO_LATE("too-late"),
    /** Has no seat in this shift; a walk-in is entered as one. */
    NOT_ON_ROSTER("not-on-roster"),
    /** Check-out before check-in. */
    NOT_IN("not-in"),
    /** Somebody who was checked in is no no-show. */
    CAME("came"),
    /** The day is closed. */
    CLOSED("closed"),
    /** Nobody marks their own attendance. */
    OWN("own"),
    /** As many came as there are seats. */
    FULL("full"),
    /** Younger than the opportunity accepts. */
    TOO_YOUNG("too-young"),
    /** A minor without a guardian's consent. */
    GUARDIAN_NEEDED("guardian-needed"),
    /** A minor, and the shift is not at hours of the day for minors. */
    YOUNG_HOURS("young-hours"),
    /** Under fifteen and not brought by a group's leader. */
    GROUP_ONLY("group-only"),
    /** Too young to come without somebody of age. */
    COMPANION("companion"),
    /** The times are outside the shift and its grace, in the future, or the wrong way round. */
    OUT_OF_BOUNDS("out-of-bounds"),
    /** There is nothing to undo. */
    NOTHING("nothing"),
    /** The key was used for another deed. */
    KEY_USED("key-used"),
    /** The shift was cancelled. */
    CANCELLED("cancelled"),
    /** Not a shift of an organisation that the sender runs. */
    FOREIGN("foreign");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** The reason of what stands in somebody's way because of their age. */
    static Why of(YoungFault fault) {
      return switch (fault) {
        case TOO_YOUNG -> TOO_YOUNG;
        case GROUP_ONLY -> GROUP_ONLY;
        case YOUNG_HOURS -> YOUNG_HOURS;
        case GUARDIAN_NEEDED, BOTH_GUARDIANS -> GUARDIAN_NEEDED;
        case COMPANION -> COMPANION;
      };
    }

    /** The reason of this code. */
    public static Optional<Why> of(String code) {
      return Arrays.stream(values()).filter(w -> w.code.equals(code)).findFirst();
    }
  }
}
