package dz.linatatawwa.trainings;

import dz.linatatawwa.eligibility.Judgement;


/** How a registration ended. */
public sealed interface Registered {

  /** A place is held. */
  record Placed(RegistrationId id) implements Registered {}

  /** On the waiting list, in order of arrival.
   *  @param position from 1 */
  record Waiting(RegistrationId id, int position) implements Registered {}

  /** The prerequisites of the training are not fulfilled.
   *  @param judgement what is there and what is missing */
  record Lacks(Judgement judgement) implements Registered {}

  /** Not possible, and why. */
  record Refused(Why why) implements Registered {}

  /** Why a registration is refused; its words are {@code trainings.refused.<code>}. */
  enum Why {
    /** Not shown, closed, or who gives it may give none now. */
    NOT_OPEN("not-open"),
    /** The session has begun, was held or is called off. */
    TOO_LATE("too-late"),
    /** Has no volunteer's profile yet. */
    NOT_A_VOLUNTEER("not-a-volunteer"),
    /** A minor without a guardian's consent. */
    GUARDIAN_NEEDED("guardian-needed"),
    /** Is in another session of this training. */
    OTHER_SESSION("other-session"),
    /** The offered place went on to the next. */
    OFFER_LAPSED("offer-lapsed");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
