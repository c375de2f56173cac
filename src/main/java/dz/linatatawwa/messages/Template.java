package dz.linatatawwa.messages;

/** A text that is ready to be sent.
 *  @param code  {@code own-12}, or {@code given-reminder} for one of those that every organisation has
 *  @param label what it is called in lists */
public record Template(String code, String label, CircularText text) {

  /** Whether it is the organisation's own, and may be changed. */
  public boolean own() {
    return code.startsWith("own-");
  }

  /** The number of one's own; 0 for a given one. */
  public long number() {
    return own() ? Long.parseLong(code.substring("own-".length())) : 0;
  }
}
