package dz.linatatawwa.figures;

import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.volunteers.Audience;
import dz.linatatawwa.volunteers.Sex;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which of the hours are counted; what is absent leaves nothing out.
 *  @param field    code of a field of the taxonomy
 *  @param activity code of an activity of the taxonomy
 *  @param grades   how they were proved; never empty */
public record Filter(Optional<String> field, Optional<String> activity, Optional<Audience> audience, Optional<Sex> sex, Optional<AgeGroup> age,
    Set<Grade> grades) {

  /** Everything that counts. */
  public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Grade.COUNTED);

  public Filter {
    if (grades.isEmpty()) throw new IllegalArgumentException("no grade");
    grades = Set.copyOf(EnumSet.copyOf(grades));
  }

  /** Whether all that counts is asked for. */
  public boolean isNone() {
    return equals(NONE);
  }
}
