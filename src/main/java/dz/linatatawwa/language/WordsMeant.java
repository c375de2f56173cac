package dz.linatatawwa.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** "Did you mean": words that look like those typed. Asked only when a search finds next to nothing. */
public final class WordsMeant {

  private static final int SHORT = 3;
  private static final int LONG = 5;

  private WordsMeant() {}

  /** A word as it is compared, and as people write it. */
  public record Word(String word, String shown) {}

  /** The words that are used where somebody searches. */
  public interface Known {

    /** @param word bare and folded */
    boolean uses(String word);

    /** Some hundreds at most that share one of these keys ({@link Slips#keys}). */
    List<Word> alike(String[] keys);
  }

  /** The same words with those that nobody uses put right; nothing when nothing better is known.
   *  @param folded as typed, one by one */
  public static Optional<String> of(List<String> folded, Known known) {
    List<String> better = new ArrayList<>();
    boolean changed = false;
    for (String typed : folded) {
      String word = Slips.bare(typed);
      Optional<Word> like = word.length() < SHORT || known.uses(word) ? Optional.empty() : nearest(word, known);
      changed |= like.isPresent();
      better.add(like.map(Word::shown).orElse(typed));
    }
    return changed ? Optional.of(String.join(" ", better)) : Optional.empty();
  }

  private static Optional<Word> nearest(String word, Known known) {
    int most = word.length() < LONG ? 1 : 2;
    return known.alike(Slips.keys(word)).stream().filter(other -> Slips.between(word, other.word) <= most)
        .min(Comparator.comparingInt((Word other) -> Slips.between(word, other.word)).thenComparing(Word::word));
  }
}
