package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Typed;
import dz.linatatawwa.print.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/** Writes on a picture: each line shaped and in its own direction, set from the edge where reading begins.
 *  @param pen         of the picture
 *  @param rightToLeft where the picture is read from
 *  @param wide        of the picture, in pixels */
record Brush(Graphics2D pen, boolean rightToLeft, int wide) {

  private static final String CUT = "…";

  /** How a text was fitted. */
  private record Fitted(List<String> lines, double size) {}

  /** Writes a text over several lines, as large as it can be. Its lines begin where the picture's reading begins, whatever language it is in.
   *  @param sizes   to try, the largest first
   *  @param most    lines; what is longer is cut
   *  @param leading height of a line as a multiple of its size
   *  @return the base of the line after the last */
  double paragraph(String text, double at, double base, double room, double[] sizes, int most, double leading, Color colour) {
    String clean = Typed.line(text);
    boolean rtl = leftwards(clean);
    Fitted fitted = fit(clean, rtl, room, sizes, most);
    pen.setColor(colour);
    double y = base;
    for (String line : fitted.lines) {
      set(Lettering.of(line, true, rtl), at, y, fitted.size);
      y += fitted.size * leading;
    }
    return y;
  }

  private static Fitted fit(String text, boolean rtl, double room, double[] sizes, int most) {
    for (double size : sizes) {
      List<String> lines = broken(text, rtl, room / size);
      if (lines.size() <= most) return new Fitted(lines, size);
    }
    double smallest = sizes[sizes.length - 1];
    List<String> lines = new ArrayList<>(broken(text, rtl, room / smallest).subList(0, most));
    lines.set(most - 1, cut(lines.getLast() + " ", true, rtl, room / smallest));
    return new Fitted(lines, smallest);
  }

  /** @param ems the room of a line */
  private static List<String> broken(String text, boolean rtl, double ems) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Lettering.of(longer, true, rtl).width() <= ems) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) lines.add(line);
      line = word;
      while (line.codePointCount(0, line.length()) > 1 && Lettering.of(line, true, rtl).width() > ems) {
        String head = head(line, rtl, ems);
        lines.add(head);
        line = line.substring(head.length());
      }
    }
    if (!line.isEmpty()) lines.add(line);
    return lines;
  }

  /** As many letters of a word that is too long as fit; one at least. */
  private static String head(String word, boolean rtl, double ems) {
    int fits = 1;
    int tooMany = word.codePointCount(0, word.length());
    while (tooMany - fits > 1) {
      int half = (fits + tooMany) / 2;
      if (Lettering.of(letters(word, half), true, rtl).width() <= ems) fits = half;
      else tooMany = half;
    }
    return letters(word, fits);
  }

  private static String letters(String text, int count) {
    return text.substring(0, text.offsetByCodePoints(0, count));
  }

  /** Writes one line; what is too long for its room is set smaller, down to three quarters, and then cut. */
  void line(String text, double at, double base, double size, boolean bold, double room, Color colour) {
    Lettering whole = Lettering.of(text, bold, rightToLeft);
    double set = Math.max(size * 0.75, Math.min(size, size * room / Math.max(0.01, whole.width() * size)));
    Lettering fitting = whole.width() * set <= room ? whole : Lettering.of(cut(text, bold, rightToLeft, room / set), bold, rightToLeft);
    pen.setColor(colour);
    set(fitting, at, base, set);
  }

  /** Writes a line that ends where reading ends: an address, from left to right. */
  void address(String text, double fromEnd, double base, double size, Color colour) {
    Lettering line = Lettering.of(text, true, false);
    pen.setColor(colour);
    place(line, rightToLeft ? fromEnd : wide - fromEnd - line.width() * size, base, size);
  }

  /** As many letters as fit, and three points. */
  private static String cut(String text, boolean bold, boolean rtl, double ems) {
    int fits = 0;
    int tooMany = text.codePointCount(0, text.length());
    while (tooMany - fits > 1) {
      int half = (fits + tooMany) / 2;
      if (Lettering.of(letters(text, half).strip() + CUT, bold, rtl).width() <= ems) fits = half;
      else tooMany = half;
    }
    return letters(text, fits).strip() + CUT;
  }

  private void set(Lettering line, double at, double base, double size) {
    place(line, rightToLeft ? wide - at - line.width() * size : at, base, size);
  }

  private void place(Lettering line, double x, double base, double size) {
    AffineTransform to = AffineTransform.getTranslateInstance(x, base);
    to.scale(size, size);
    pen.fill(to.createTransformedShape(line.outline()));
  }

  /** Whether a text runs leftwards by its first letter that has a direction; ours where it has none. */
  private boolean leftwards(String text) {
    return !new Bidi(text.isEmpty() ? " " : text, rightToLeft ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }
}
