package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import java.util.Arrays;
import java.util.List;

/** The words of a search, as PostgreSQL asks for them. Words of three letters and more also find what begins with them.
 *  @param stems of the folded words, without those that say nothing */
record Asked(List<String> stems) {

  private static final int MOST_WORDS = 8;

  static Asked words(String typed) {
    String cut = typed.length() > 120 ? typed.substring(0, 120) : typed;
    return new Asked(Arrays.stream(Stems.searchText(cut).split(" ")).filter(stem -> !stem.isEmpty()).distinct().limit(MOST_WORDS).toList());
  }

  /** The words typed, folded, one by one. */
  static List<String> folded(String typed) {
    return Arrays.stream(Folding.fold(typed).split(" ")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
  }

  /** Where it counts most: title, activity, place, organisation. */
  String narrow() {
    return query("A");
  }

  /** Everywhere, in the description and the field's name too. */
  String wide() {
    return query("");
  }

  private String query(String weight) {
    return String.join(" & ", stems.stream().map(stem -> "'" + stem + "'" + suffix(stem.length() > 2 ? "*" + weight : weight)).toList());
  }

  private static String suffix(String marks) {
    return marks.isEmpty() ? "" : ":" + marks;
  }
}
