package dz.linatatawwa.organizations;

import java.util.Arrays;
import java.util.Optional;

/** What an organisation is. */
public enum OrganizationKind {
  ASSOCIATION("association"),
  PUBLIC_INSTITUTION("public-institution"),
  PRIVATE_INSTITUTION("private-institution"),
  ORGANISATION("organisation"),
  BODY("body");

  private final String code;

  OrganizationKind(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "organizations.kind." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<OrganizationKind> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
