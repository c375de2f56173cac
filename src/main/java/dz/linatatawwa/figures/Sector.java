package dz.linatatawwa.figures;

import dz.linatatawwa.organizations.OrganizationKind;
import org.jspecify.annotations.Nullable;

/** For which sector of the economy hours were given (statistics.md: non-profit, government, enterprise, household). */
public enum Sector {
  NON_PROFIT("non-profit"), GOVERNMENT("government"), ENTERPRISE("enterprise"),
  /** Directly for people, without an organisation. */
  DIRECT("direct");

  private final String code;

  Sector(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** @param kind null: there was no organisation */
  public static Sector of(@Nullable OrganizationKind kind) {
    if (kind == null) return DIRECT;
    return switch (kind) {
      case ASSOCIATION, ORGANISATION, BODY -> NON_PROFIT;
      case PUBLIC_INSTITUTION -> GOVERNMENT;
      case PRIVATE_INSTITUTION -> ENTERPRISE;
    };
  }
}
