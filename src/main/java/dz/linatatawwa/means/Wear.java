package dz.linatatawwa.means;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a thing is, the best first. */
public enum Wear {
  NEW("new"),
  GOOD("good"),
  /** Used, and does what it should. */
  WORN("worn"),
  /** Something is broken or missing: it is to be repaired before it leaves again. */
  DAMAGED("damaged");

  private final String code;

  Wear(String code) {
    this.code = code;
  }

  /** As kept in the database and in message keys. */
  public String code() {
    return code;
  }

  public boolean worseThan(Wear other) {
    return ordinal() > other.ordinal();
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Wear> of(@Nullable String code) {
    return Arrays.stream(values()).filter(wear -> wear.code.equals(code)).findFirst();
  }
}
