package dz.linatatawwa.means;

/** Names a thing that is lent. */
public record ThingId(long value) {

  public ThingId {
    if (value < 1) throw new IllegalArgumentException("not the id of a thing: " + value);
  }

  /** The number alone, as addresses write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
