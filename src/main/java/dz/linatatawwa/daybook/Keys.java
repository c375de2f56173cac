package dz.linatatawwa.daybook;

/** Keys that devices and forms make, so that nothing is kept twice. */
public final class Keys {

  private Keys() {}

  /** Letters, digits and dashes, 8 to 64 of them. */
  public static boolean fit(String key) {
    return key.matches("[A-Za-z0-9-]{8,64}");
  }
}
