package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import java.util.Arrays;
import java.util.List;

/** The words of a search, as PostgreSQL asks for them. Words of three letters and more also find what begins with them.
 *  @param stems of the folded words, without those that say nothing */
public record Asked(List<String> stems) {

  private static final int MOST_WORDS = 8;

  /** @param typed at most 120 characters and eight words of it count */
  public static Asked words(String typed) {
    String cut = typed.length() > 120 ? typed.substring(0, 120) : typed;
    return new Asked(Arrays.stream(Stems.searchText(cut).split(" ")).filter(stem -> !stem.isEmpty()).distinct().limit(MOST_WORDS).toList());
  }

  /** The words typed, folded, one by one. */
  public static List<String> folded(String typed) {
    return Arrays.stream(Folding.fold(typed).split(" ")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
  }

  /** All of them, as PostgreSQL reads a {@code tsquery}; without weights, so that the index alone can answer. */
  public String query() {
    return String.join(" & ", queries());
  }

  /** One {@code tsquery} for each. */
  List<String> queries() {
    return stems.stream().map(stem -> "'" + stem + (begins(stem) ? "':*" : "'")).toList();
  }

  /** Whether it also finds what begins with it. */
  static boolean begins(String stem) {
    return stem.length() > 2;
  }
}
