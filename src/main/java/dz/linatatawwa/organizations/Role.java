package dz.linatatawwa.organizations;

import java.util.Arrays;
import java.util.Optional;

/** What a member may do: an owner everything, a coordinator run opportunities, a reader look. */
public enum Role {
  OWNER("owner"),
  COORDINATOR("coordinator"),
  READER("reader");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** The message key of its name. */
  public String key() {
    return "organizations.role." + code;
  }

  /** @param code anything that no value has gives nothing */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }

  /** Whether this role runs opportunities: publishes, answers applications, confirms hours. */
  public boolean runs() {
    return this != READER;
  }
}
