package dz.linatatawwa.partnerships;

import java.util.Arrays;
import java.util.Optional;

/** What a partner is. */
public enum PartnerKind {
  UNIVERSITY("university"),
  DIRECTORATE("directorate"),
  COMPANY("company"),
  COMMUNE("commune"),
  OTHER("other");

  private final String code;

  PartnerKind(String code) {
    this.code = code;
  }

  /** As kept in the database and in addresses. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "partnerships.kind." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<PartnerKind> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
