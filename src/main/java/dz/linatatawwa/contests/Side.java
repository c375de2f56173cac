package dz.linatatawwa.contests;

import java.util.Locale;

/** From where somebody looks at a case. */
public enum Side {
  /** Whose hours they are. */
  VOLUNTEER,
  /** Runs the organisation. */
  ORGANIZATION,
  /** Looks after the territory. */
  SUPERVISOR;

  /** As kept in the database and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
