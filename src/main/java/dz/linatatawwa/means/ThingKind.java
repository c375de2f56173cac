package dz.linatatawwa.means;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of thing is lent. */
public enum ThingKind {
  TOOL("tool"),
  VEHICLE("vehicle"),
  HALL("hall"),
  TENT("tent"),
  SOUND("sound"),
  KITCHEN("kitchen"),
  MEDICAL("medical"),
  OTHER("other");

  private final String code;

  ThingKind(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<ThingKind> of(@Nullable String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
