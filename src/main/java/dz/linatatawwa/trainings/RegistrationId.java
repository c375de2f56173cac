package dz.linatatawwa.trainings;

/** Names a registration for a session. */
public record RegistrationId(long value) {

  public RegistrationId {
    if (value < 1) throw new IllegalArgumentException("not the id of a registration: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
