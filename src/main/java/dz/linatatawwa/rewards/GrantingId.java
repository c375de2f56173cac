package dz.linatatawwa.rewards;

/** The number of one benefit that was given to one person. */
public record GrantingId(long value) {

  public GrantingId {
    if (value <= 0) throw new IllegalArgumentException("not a number of granting: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
