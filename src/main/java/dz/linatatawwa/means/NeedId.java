package dz.linatatawwa.means;

/** Names a need of goods. */
public record NeedId(long value) {

  public NeedId {
    if (value < 1) throw new IllegalArgumentException("not the id of a need: " + value);
  }

  /** The number alone, as addresses write it. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
