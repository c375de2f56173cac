package dz.linatatawwa.imports;

import dz.linatatawwa.language.Digits;
import dz.linatatawwa.language.Folding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was reached as people write it: «حوالي 300 شجرة و40 كيس نفايات», "1 200 repas; 3 t de déchets". */
final class Reached {

  private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[\\s\u00a0\u202f.,](?=\\d{3}(?!\\d))");
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(?:[.,]\\d+)?\\s*([^\\d;,،+/()]*)");
  private static final Map<String, String> CODES = codes();

  private Reached() {}

  /** Quantities by code of the unit; a number whose word we do not know is left out. */
  static Map<String, Long> read(String typed) {
    Map<String, Long> reached = new LinkedHashMap<>();
    Matcher amount = AMOUNT.matcher(GROUPS.matcher(Digits.latin(typed)).replaceAll(""));
    while (amount.find()) {
      String[] words = Folding.fold(amount.group(2)).split(" ");
      String code = words.length > 1 ? CODES.get(words[0] + " " + words[1]) : null;
      if (code == null) code = CODES.get(words[0]);
      long quantity = Long.parseLong(amount.group(1));
      if (code != null && quantity > 0) reached.merge(code, quantity, Long::sum);
    }
    return reached;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (Map.Entry<String, List<String>> unit : Lists.of("units.txt").entrySet()) unit.getValue().forEach(word -> codes.put(word, unit.getKey()));
    return codes;
  }
}
