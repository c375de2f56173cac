package dz.linatatawwa.daybook;

import java.util.Arrays;
import java.util.Optional;

/** What became of goods on the day. */
public enum GoodsKind {
  /** Collected or achieved: trees, bags of waste, meals. Summed on the public pages after closing. */
  ACHIEVED("achieved"),
  /** Used up. */
  USED("used"),
  /** Brought back. */
  RETURNED("returned");

  private final String code;

  GoodsKind(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<GoodsKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
