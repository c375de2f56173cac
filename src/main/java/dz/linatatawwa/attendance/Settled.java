package dz.linatatawwa.attendance;

/** How settling a contradiction or a review ended. */
public enum Settled {
  DONE,
  /** Somebody else was faster; nothing changed. */
  ALREADY,
  /** Nobody settles what concerns themselves. */
  OWN,
  /** Leaving a deed out asks for a reason. */
  REASON_NEEDED
}
