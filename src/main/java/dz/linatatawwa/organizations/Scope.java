package dz.linatatawwa.organizations;

import java.util.Arrays;
import java.util.Optional;

/** How far the registration of an organisation reaches. */
public enum Scope {
  COMMUNAL("communal"),
  WILAYA("wilaya"),
  INTER_WILAYA("inter-wilaya"),
  NATIONAL("national");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "organizations.scope." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Scope> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  /** Whether supervisors of the nation verify it, and not those of its wilaya. */
  public boolean national() {
    return this == NATIONAL || this == INTER_WILAYA;
  }
}
