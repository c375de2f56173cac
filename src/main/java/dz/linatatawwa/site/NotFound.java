package dz.linatatawwa.site;

/** What was asked for does not exist, or is not for this person: both look the same, a 404 in the visitor's language. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param what for the log only: never shown */
  public NotFound(String what) {
    super(what, null, false, false);
  }
}
