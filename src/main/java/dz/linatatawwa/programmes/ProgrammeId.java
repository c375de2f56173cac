package dz.linatatawwa.programmes;

/** The number of one programme. */
public record ProgrammeId(long value) {

  public ProgrammeId {
    if (value <= 0) throw new IllegalArgumentException("not a number of programme: " + value);
  }

  /** The number alone, as addresses and the audit log write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
