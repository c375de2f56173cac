package dz.linatatawwa.rewards;

/** The number of one benefit. */
public record BenefitId(long value) {

  public BenefitId {
    if (value <= 0) throw new IllegalArgumentException("not a number of benefit: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
