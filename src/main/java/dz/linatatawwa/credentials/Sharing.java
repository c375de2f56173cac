package dz.linatatawwa.credentials;

/** How much of a credential its holder shows to everybody who has its link.
 *  @param name  how the holder is named
 *  @param hours whether the confirmed time is shown */
public record Sharing(Naming name, boolean hours) {

  /** How a holder is named in public. */
  public enum Naming {
    /** There is no public page. */
    NOBODY,
    /** First name and initial. */
    INITIAL,
    /** The whole name. */
    FULL
  }

  /** What holds until the holder wants it otherwise. */
  public static final Sharing NONE = new Sharing(Naming.NOBODY, false);

  public boolean open() {
    return name != Naming.NOBODY;
  }
}
