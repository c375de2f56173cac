package dz.linatatawwa.organizations;

import java.util.Arrays;
import java.util.Optional;

/** Who gave the registration receipt. */
public enum ReceiptAuthority {
  COMMUNE("commune"),
  WILAYA("wilaya"),
  INTERIOR("interior"),
  OTHER("other");

  private final String code;

  ReceiptAuthority(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "organizations.authority." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<ReceiptAuthority> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
