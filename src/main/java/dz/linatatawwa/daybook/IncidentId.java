package dz.linatatawwa.daybook;

/** Names an incident. */
public record IncidentId(long value) {

  public IncidentId {
    if (value < 1) throw new IllegalArgumentException("not the id of an incident: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
