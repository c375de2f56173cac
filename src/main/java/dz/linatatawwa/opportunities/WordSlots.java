package dz.linatatawwa.opportunities;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** In which rows a word stands. Only added to: a row whose words change moves to a new slot. */
final class WordSlots {

  private final Map<String, Slots> byWord = new HashMap<>();
  private final NavigableMap<String, Slots> inOrder = new TreeMap<>();

  /** @param words divided by spaces
   *  @param slot  greater than all before */
  void add(String words, int slot) {
    for (int from = 0; from < words.length(); ) {
      int space = words.indexOf(' ', from);
      int to = space < 0 ? words.length() : space;
      slots(words.substring(from, to)).add(slot);
      from = to + 1;
    }
  }

  /** Sets the bits of the rows in which a stem stands as it is or, where it {@linkplain Asked#begins may}, begins a word. */
  void mark(String stem, long[] bits) {
    if (Asked.begins(stem)) {
      inOrder.subMap(stem, true, stem + Character.MAX_VALUE, false).values().forEach(slots -> slots.mark(bits));
    } else {
      Slots slots = byWord.get(stem);
      if (slots != null) slots.mark(bits);
    }
  }

  void trim() {
    byWord.values().forEach(Slots::trim);
  }

  private Slots slots(String word) {
    Slots known = byWord.get(word);
    if (known != null) return known;
    Slots made = new Slots();
    byWord.put(word, made);
    inOrder.put(word, made);
    return made;
  }
}
