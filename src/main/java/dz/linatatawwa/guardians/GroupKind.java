package dz.linatatawwa.guardians;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By whom children under fifteen take part: a school or the scouts. Words: {@code guardians.kind.<code>}. */
public enum GroupKind {
  CLASS, SCOUTS;

  /** As kept in the database, in forms and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<GroupKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
