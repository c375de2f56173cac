package dz.linatatawwa.messages;

import java.util.List;
import java.util.function.Function;

/** A part of a list that is read on from a place.
 *  @param next from where it goes on, as addresses write it; empty: it ends here */
public record Stretch<T>(List<T> rows, String next) {

  public Stretch {
    rows = List.copyOf(rows);
  }

  /** @param found one more than are shown, where there are more */
  static <T> Stretch<T> of(List<T> found, int size, Function<T, String> place) {
    if (found.size() <= size) return new Stretch<>(found, "");
    List<T> shown = found.subList(0, size);
    return new Stretch<>(shown, place.apply(shown.getLast()));
  }
}
