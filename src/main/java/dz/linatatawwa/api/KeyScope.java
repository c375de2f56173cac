package dz.linatatawwa.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a key may do, each named when it is made; what is not named is not allowed. */
public enum KeyScope {
  OPPORTUNITIES_READ("opportunities:read", true),
  OPPORTUNITIES_WRITE("opportunities:write", true),
  APPLICATIONS_READ("applications:read", true),
  APPLICATIONS_DECIDE("applications:decide", true),
  ATTENDANCE_READ("attendance:read", true),
  ATTENDANCE_WRITE("attendance:write", true),
  HOURS_READ("hours:read", true),
  FIGURES_READ("figures:read", true),
  /** Names of minors, beside another scope that shows people; without it a minor is a number. */
  MINORS_READ("minors:read", true),
  PROGRAMMES_READ("programmes:read", false),
  BENEFITS_READ("benefits:read", false),
  BENEFITS_REDEEM("benefits:redeem", false);

  private final String code;
  private final boolean ofOrganizations;

  KeyScope(String code, boolean ofOrganizations) {
    this.code = code;
    this.ofOrganizations = ofOrganizations;
  }

  /** As kept, and as answers and the description of the API write it. */
  public String code() {
    return code;
  }

  /** The message key of what it allows. */
  public String key() {
    return "api.scope." + code.replace(':', '-');
  }

  /** Those that a body of this kind may give to its keys. */
  public static List<KeyScope> of(KeyOwner owner) {
    boolean organization = owner instanceof KeyOwner.OfOrganization;
    return Arrays.stream(values()).filter(scope -> scope.ofOrganizations == organization).toList();
  }

  /** @param code anything that no scope has gives nothing */
  public static Optional<KeyScope> of(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
  }
}
