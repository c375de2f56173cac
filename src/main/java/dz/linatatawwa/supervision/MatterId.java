package dz.linatatawwa.supervision;

/** The number of one matter. */
public record MatterId(long value) {

  public MatterId {
    if (value <= 0) throw new IllegalArgumentException("not a matter: " + value);
  }
}
