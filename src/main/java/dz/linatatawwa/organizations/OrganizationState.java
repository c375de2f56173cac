package dz.linatatawwa.organizations;

import java.util.Arrays;
import java.util.Optional;

/** Where an organisation stands: it publishes only while verified. */
public enum OrganizationState {
  DRAFT("draft"),
  WAITING("waiting"),
  VERIFIED("verified"),
  REFUSED("refused"),
  SUSPENDED("suspended"),
  /** Its file was merged into another one's; its address leads there. */
  MERGED("merged");

  private final String code;

  OrganizationState(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "organizations.state." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<OrganizationState> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
