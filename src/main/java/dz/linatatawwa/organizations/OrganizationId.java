package dz.linatatawwa.organizations;

/** The number of one organisation. */
public record OrganizationId(long value) {

  public OrganizationId {
    if (value <= 0) throw new IllegalArgumentException("not an organisation: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
