package dz.linatatawwa.archive;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Stems;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys by which an index finds operations that may be the same, without comparing all with all: the words of the title, or all of them but one, in one wilaya
 *  and year; or the same body on the same day. */
final class TwinKeys {

  private static final int MOST_WORDS = 8;
  private static final int WORDS_TO_SPARE_ONE = 3;

  private TwinKeys() {}

  /** Under which an operation is found. */
  static long[] of(String title, @Nullable String wilaya, When when, String body) {
    return keys(title, wilaya, Set.of(when.first().getYear()), when, body);
  }

  /** Under which others are looked for: a week before and behind it may lie in another year. */
  static long[] around(String title, @Nullable String wilaya, When when, String body) {
    Set<Integer> years = new LinkedHashSet<>();
    for (int year = when.first().minusDays(7).getYear(); year <= when.last().plusDays(7).getYear() && years.size() < 5; year++) years.add(year);
    return keys(title, wilaya, years, when, body);
  }

  private static long[] keys(String title, @Nullable String wilaya, Set<Integer> years, When when, String body) {
    List<String> words = List.copyOf(words(title));
    Set<Long> keys = new LinkedHashSet<>();
    for (int year : years) {
      String where = wilaya + "/" + year + "/";
      keys.add(hash(where + String.join(" ", words)));
      for (int left = 0; left < words.size() && words.size() >= WORDS_TO_SPARE_ONE; left++) {
        int out = left;
        keys.add(hash(where + String.join(" ", words.stream().filter(word -> !word.equals(words.get(out))).toList())));
      }
    }
    if (!body.isEmpty() && when.precision() == When.Precision.DAY) keys.add(hash("body/" + wilaya + "/" + Folding.fold(body) + "/" + when.first()));
    return keys.stream().mapToLong(Long::longValue).toArray();
  }

  /** The words of a title that say something, as searches compare them; the first eight in the order of letters. */
  static SortedSet<String> words(String title) {
    SortedSet<String> words = new TreeSet<>(List.of(Stems.searchText(title).split(" ")));
    words.remove("");
    while (words.size() > MOST_WORDS) words.remove(words.last());
    return words;
  }

  private static long hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
  }
}
