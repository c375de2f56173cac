package dz.linatatawwa.participation;

/** The number of a party. */
public record PartyId(long value) {

  public PartyId {
    if (value < 1) throw new IllegalArgumentException("not a number of a party: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
