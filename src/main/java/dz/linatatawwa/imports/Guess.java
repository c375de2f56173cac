package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guesses which column fills which field, by what columns are called in Arabic, French and English. */
final class Guess {

  /** Folded names by field; earlier names are surer. */
  private static final Map<String, List<String>> NAMES = Lists.of("columns.txt");

  private Guess() {}

  static Mapping mapping(Kind kind, List<String> header) {
    Map<String, String> columns = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String field : kind.fields()) {
      for (String name : NAMES.getOrDefault(kind.code() + "." + field, NAMES.getOrDefault(field, List.of()))) {
        String column = header.stream().filter(c -> Folding.fold(c).equals(name) && !taken.contains(c)).findFirst().orElse(null);
        if (column == null) continue;
        columns.put(field, column);
        taken.add(column);
        break;
      }
    }
    return new Mapping(columns, Map.of());
  }
}
