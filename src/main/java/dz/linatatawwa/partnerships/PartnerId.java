package dz.linatatawwa.partnerships;

/** The number of one partner. */
public record PartnerId(long value) {

  public PartnerId {
    if (value <= 0) throw new IllegalArgumentException("not a number of partner: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
