package dz.linatatawwa.imports;

import dz.linatatawwa.language.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists beside this class, line by line {@code code: word, word}: how people write a thing that has a code. */
final class Lists {

  private Lists() {}

  /** The folded words of each code, in the order of the file. */
  static Map<String, List<String>> of(String file) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String line : raw(file)) {
      int colon = line.indexOf(':');
      all.put(line.substring(0, colon).strip(), Arrays.stream(line.substring(colon + 1).split("[,،]")).map(Folding::fold).filter(w -> !w.isEmpty()).toList());
    }
    return all;
  }

  /** The lines of a list, without remarks. */
  static List<String> raw(String file) {
    try (InputStream stream = Lists.class.getResourceAsStream(file)) {
      if (stream == null) throw new IllegalStateException(file + " is missing");
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The code under which this word stands, or the code itself. */
  static Optional<String> code(Map<String, List<String>> list, String typed) {
    String folded = Folding.fold(typed);
    return list.entrySet().stream().filter(e -> e.getValue().contains(folded) || Folding.fold(e.getKey()).equals(folded)).map(Map.Entry::getKey).findFirst();
  }
}
