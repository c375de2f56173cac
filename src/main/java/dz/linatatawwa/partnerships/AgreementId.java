package dz.linatatawwa.partnerships;

/** The number of one agreement. */
public record AgreementId(long value) {

  public AgreementId {
    if (value <= 0) throw new IllegalArgumentException("not a number of agreement: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
