package dz.linatatawwa.certificates;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The minimum of a name: enough to compare with a paper in one's hand, too little to find a person. */
public final class ShortName {

  private ShortName() {}

  /** First name and initials; of a minor the initials alone; nothing when the name was erased. */
  public static String of(@Nullable String name, boolean minor) {
    if (name == null || name.isBlank()) return "";
    String[] words = name.strip().split("\\s+");
    String initials = Arrays.stream(words).skip(minor ? 0 : 1).map(ShortName::initial).collect(Collectors.joining(" "));
    return minor ? initials : (words[0] + " " + initials).strip();
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)) + ".";
  }
}
