package dz.linatatawwa.programmes;

/** What a member lets the institution see.
 *  @param name    name, cohort, number at the institution, and whether the goal is reached; without it they are only counted among others
 *  @param minutes also the minutes of counted grades within the programme's days */
public record Shown(boolean name, boolean minutes) {

  /** The version of the wording to which members agree on the page. */
  public static final int WORDING = 1;

  public Shown {
    if (minutes && !name) throw new IllegalArgumentException("minutes without a name");
  }
}
