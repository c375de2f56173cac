package dz.linatatawwa.volunteers;

/** How an attempt to join ended. */
public sealed interface Joined {

  /** The person is a volunteer, now or already before.
   *  @param guardianNeeded a minor: takes part only once a guardian has consented */
  record Welcome(Volunteer volunteer, boolean guardianNeeded) implements Joined {}

  /** Under {@link Ages#ALONE}: only through a school or a scout group. */
  record TooYoung() implements Joined {}

  /** The year cannot be a year of birth. */
  record ImpossibleYear() implements Joined {}

  /** No such commune. */
  record UnknownCommune() implements Joined {}
}
