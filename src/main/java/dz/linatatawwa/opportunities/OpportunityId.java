package dz.linatatawwa.opportunities;

/** Names an opportunity. */
public record OpportunityId(long value) {

  public OpportunityId {
    if (value < 1) throw new IllegalArgumentException("not the id of an opportunity: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
