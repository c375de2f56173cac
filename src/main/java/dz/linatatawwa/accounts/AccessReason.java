package dz.linatatawwa.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why somebody in office opens a person's file. */
public enum AccessReason {
  MATTER, CHECK, COMPLAINT, REQUEST, SAFETY, AUTHORITY,
  /** Kept without asking: what the work of the day shows anyhow, written down because the person is a minor. */
  DUTY,
  /** Needs words. */
  OTHER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A reason that a person may choose. */
  public static Optional<AccessReason> of(String code) {
    return choices().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /** What is offered, in this order. */
  public static List<AccessReason> choices() {
    return Arrays.stream(values()).filter(one -> one != DUTY).toList();
  }
}
