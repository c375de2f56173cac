package dz.linatatawwa.carriers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text as the network carries it: 160 letters of the GSM alphabet in one message, or 70 of any other script (UCS-2, so also all Arabic); of a
 *  longer one 153 or 67 in each of its parts, whose first six bytes say that they belong together. Each part is paid for.
 *  @param gsm   whether the letters are those of the GSM alphabet */
public record SmsText(boolean gsm, List<String> parts) {

  private static final int GSM_ALONE = 160;
  private static final int GSM_PART = 153;
  private static final int UCS_ALONE = 70;
  private static final int UCS_PART = 67;

  public SmsText {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) throw new IllegalArgumentException("a text message without a part");
  }

  /** Cuts a text; French letters that the GSM alphabet lacks lose their accent where that makes the text fit it. */
  public static SmsText of(String text) {
    String near = GsmAlphabet.nearest(text);
    boolean gsm = GsmAlphabet.writes(near);
    List<String> whole = cut(near, gsm, gsm ? GSM_ALONE : UCS_ALONE);
    return new SmsText(gsm, whole.size() == 1 ? whole : cut(near, gsm, gsm ? GSM_PART : UCS_PART));
  }

  /** The text with its end, shortened (never the end) until it takes no more than so many parts. */
  public static String fitting(String text, String end, int most) {
    if (of(text + end).parts().size() <= most) return text + end;
    int from = 0;
    int to = text.length();
    while (to - from > 1) {
      int middle = (from + to) / 2;
      if (of(text.substring(0, middle) + "…" + end).parts().size() <= most) from = middle;
      else to = middle;
    }
    int cut = from > 0 && Character.isHighSurrogate(text.charAt(from - 1)) ? from - 1 : from;
    return text.substring(0, cut) + "…" + end;
  }

  /** A letter that takes two places is never torn apart. */
  private static List<String> cut(String text, boolean gsm, int room) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int used = 0;
    for (int letter : text.codePoints().toArray()) {
      int places = gsm ? GsmAlphabet.places(letter) : Character.charCount(letter);
      if (used + places > room) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.appendCodePoint(letter);
      used += places;
    }
    parts.add(part.toString());
    return parts;
  }

  byte[] bytes(int part) {
    String text = parts.get(part);
    return gsm ? GsmAlphabet.bytes(text) : text.getBytes(StandardCharsets.UTF_16BE);
  }
}
