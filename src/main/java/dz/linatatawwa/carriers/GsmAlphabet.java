package dz.linatatawwa.carriers;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;

/** The alphabet of short messages (3GPP TS 23.038, 6.2.1): 128 letters of seven bits, and ten that take two places. Arabic has none in it. */
final class GsmAlphabet {

  private static final int ESCAPE = 0x1b;
  private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String MORE = "\f^{}\\[~]|€";
  private static final int[] MORE_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

  private GsmAlphabet() {}

  static boolean writes(String text) {
    return text.codePoints().allMatch(letter -> places(letter) > 0);
  }

  /** How many places a letter takes: 1, 2, or 0 when it has none. */
  static int places(int letter) {
    if (letter != ESCAPE && BASIC.indexOf(letter) >= 0) return 1;
    return MORE.indexOf(letter) >= 0 ? 2 : 0;
  }

  /** One byte a place, as SMPP carries it. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    text.codePoints().forEach(letter -> {
      int more = MORE.indexOf(letter);
      if (more >= 0) bytes.write(ESCAPE);
      bytes.write(more >= 0 ? MORE_CODES[more] : BASIC.indexOf(letter));
    });
    return bytes.toByteArray();
  }

  /** French as phones write it: one typographic apostrophe would make every message cost twice. A text with letters of another script stays as it is. */
  static String nearest(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.replaceAll("«[\\s\u00a0\u202f]?", "\"").replaceAll("[\\s\u00a0\u202f]?»", "\"").codePoints().forEach(letter -> written.append(places(letter) > 0 ? Character.toString(letter) : near(letter)));
    return writes(written.toString()) ? written.toString() : text;
  }

  private static String near(int letter) {
    return switch (letter) {
      case '’', '‘' -> "'";
      case '“', '”', '«', '»' -> "\"";
      case '–', '—' -> "-";
      case '…' -> "...";
      case 'œ' -> "oe";
      case 'Œ' -> "OE";
      case '\u00a0', '\u202f', '\u2009' -> " ";
      default -> Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    };
  }
}
