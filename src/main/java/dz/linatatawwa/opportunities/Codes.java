package dz.linatatawwa.opportunities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers for codes that many rows share; 0 stands for none. */
final class Codes {

  /** No row has it. */
  static final short UNKNOWN = -1;

  private final Map<String, Short> numbers = new HashMap<>();
  private final List<String> codes = new ArrayList<>(List.of(""));

  /** @throws IllegalStateException when there are more different codes than a copy in memory is made for */
  short number(@Nullable String code) {
    if (code == null || code.isEmpty()) return 0;
    Short known = numbers.get(code);
    if (known != null) return known;
    if (codes.size() > Short.MAX_VALUE) throw new IllegalStateException("more than " + Short.MAX_VALUE + " different codes");
    short next = (short) codes.size();
    codes.add(code);
    numbers.put(code, next);
    return next;
  }

  /** The number that rows with this code bear; {@link #UNKNOWN} when none does. */
  short asked(String code) {
    return numbers.getOrDefault(code, UNKNOWN);
  }

  /** The code of a number; empty for 0. */
  String code(int number) {
    return codes.get(number);
  }

  int size() {
    return codes.size();
  }
}
