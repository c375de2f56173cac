package dz.linatatawwa.codes;

/** What a code is shown for: coming or going. */
public enum Direction {
  IN("in"),
  OUT("out");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  /** As kept: in, out. */
  public String code() {
    return code;
  }
}
