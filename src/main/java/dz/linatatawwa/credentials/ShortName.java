package dz.linatatawwa.credentials;

import java.util.Arrays;
import java.util.List;

/** First name and initial: as much of a name as lets somebody who knows the person recognise it. */
final class ShortName {

  /** A first word as short as this is but the beginning of a first name: Abd, Abu, Si. */
  private static final int BEGINNING = 3;

  private ShortName() {}

  /** أمينة بلقاسم → أمينة ب.; a name of one word stays. */
  static String of(String name) {
    List<String> words = Arrays.stream(name.strip().split("\\s+")).toList();
    int first = words.size() > 2 && words.getFirst().length() <= BEGINNING ? 2 : 1;
    if (words.size() <= first) return name.strip();
    String last = words.getLast();
    return String.join(" ", words.subList(0, first)) + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
  }
}
