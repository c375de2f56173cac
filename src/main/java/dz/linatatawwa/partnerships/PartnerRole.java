package dz.linatatawwa.partnerships;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do for a partner: an owner everything, a manager all but people and agreements, the counter only redeem and scan. */
public enum PartnerRole {
  OWNER("owner"),
  MANAGER("manager"),
  COUNTER("counter");

  private final String code;

  PartnerRole(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "partnerships.role." + code;
  }

  /** Whether who has this role may do what needs the other: an owner is a manager too, and both may stand at the counter. */
  public boolean covers(PartnerRole least) {
    return ordinal() <= least.ordinal();
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<PartnerRole> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
