package dz.linatatawwa.hours;

/** Names a claim: the time of one person in one shift, on its way into the ledger. */
public record ClaimId(long value) {

  public ClaimId {
    if (value < 1) throw new IllegalArgumentException("not the id of a claim: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
