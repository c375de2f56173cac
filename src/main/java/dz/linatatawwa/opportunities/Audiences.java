package dz.linatatawwa.opportunities;

import java.util.List;

/** Who an opportunity may be meant for, and what it may ask people to be able to do: codes that the room of volunteers shares. */
public final class Audiences {

  /** Words: {@code opportunities.audience.<code>}. */
  public static final List<String> ALL = List.of("pupil", "student", "trainee", "employed", "unemployed", "at-home", "retired");

  /** Words: {@code volunteers.skill.<code>}. */
  public static final List<String> SKILLS = List.of("first-aid", "care", "teaching", "languages", "sign-language", "children", "elderly", "counsel",
      "organizing", "leading", "reception", "driving", "handcraft", "building", "electricity", "gardening", "cooking", "sewing", "sport", "music",
      "art", "photography", "writing", "computing", "design", "accounting", "law");

  private Audiences() {}
}
