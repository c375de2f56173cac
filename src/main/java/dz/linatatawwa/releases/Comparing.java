package dz.linatatawwa.releases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares tables row by row, whatever their order. */
final class Comparing {

  private Comparing() {}

  /** All differences, in the order of the tables.
   *  @param statuses whether how a value is to be read counts too */
  static List<Difference> compare(List<ReleaseTable> one, List<ReleaseTable> other, boolean statuses) {
    Map<String, ReleaseTable> first = byCode(one);
    Map<String, ReleaseTable> second = byCode(other);
    Set<String> codes = new LinkedHashSet<>(first.keySet());
    codes.addAll(second.keySet());
    List<Difference> found = new ArrayList<>();
    for (String code : codes) {
      Map<String, Observation> left = byPlace(first.get(code));
      Map<String, Observation> right = byPlace(second.get(code));
      Set<String> places = new LinkedHashSet<>(left.keySet());
      places.addAll(right.keySet());
      for (String place : places) compare(code, place, left.get(place), right.get(place), statuses).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Difference> compare(String code, String place, @Nullable Observation one, @Nullable Observation other, boolean statuses) {
    if (one == null || other == null || !Objects.equals(Difference.shown(one), Difference.shown(other))) {
      return Optional.of(new Difference(code, place, Difference.shown(one), Difference.shown(other)));
    }
    boolean same = !statuses || (one.status() == other.status() && one.note().equals(other.note()));
    return same ? Optional.empty() : Optional.of(new Difference(code, place, read(one), read(other)));
  }

  private static String read(Observation row) {
    return String.join(" ", row.written(), row.status().code(), row.note()).strip();
  }

  private static Map<String, ReleaseTable> byCode(List<ReleaseTable> tables) {
    Map<String, ReleaseTable> found = new LinkedHashMap<>();
    tables.forEach(table -> found.put(table.code(), table));
    return found;
  }

  /** A row that stands twice differs from itself: the second gets a name of its own. */
  private static Map<String, Observation> byPlace(@Nullable ReleaseTable table) {
    Map<String, Observation> found = new LinkedHashMap<>();
    if (table == null) return found;
    for (Observation row : table.rows()) {
      String place = row.place();
      while (found.containsKey(place)) place += " (again)";
      found.put(place, row);
    }
    return found;
  }
}
