package dz.linatatawwa.kits;

/** The number of a kit: one shift on one phone. */
public record KitId(long value) {

  public KitId {
    if (value < 1) throw new IllegalArgumentException("not a kit: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
