package dz.linatatawwa.reports;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody reports a thing. */
public enum ReportReason {
  DANGER(true), FRAUD(false), MINORS(true), DISCRIMINATION(false), WRONG_FACTS(false), OWN_PICTURE(false), OTHER(false);

  private final boolean urgent;

  ReportReason(boolean urgent) {
    this.urgent = urgent;
  }

  /** Whether it comes first, with the shorter clock. */
  public boolean urgent() {
    return urgent;
  }

  /** As kept; its words are {@code reports.reason.CODE}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<ReportReason> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}
