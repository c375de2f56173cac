package dz.linatatawwa.entrances;

/** Names one institution that vouches for its people. */
public record EntranceId(long value) {

  public EntranceId {
    if (value < 1) throw new IllegalArgumentException("not the id of an entrance: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
