package dz.linatatawwa.print;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Text to shaped lines: what runs rightwards and what leftwards, which letters join, which glyph stands for which letters. */
final class Shaping {

  private static final int INSTEAD = '\u00b7';
  private static final int JOINER = '\u200d';
  private static final int NON_JOINER = '\u200c';

  private final boolean bold;
  private final boolean rightToLeft;

  Shaping(boolean bold, boolean rightToLeft) {
    this.bold = bold;
    this.rightToLeft = rightToLeft;
  }

  /** One line of the whole text, without breaking it. */
  Line line(String text) {
    String letters = known(text);
    if (letters.isEmpty()) return new Line(List.of(), 0);
    Bidi bidi = new Bidi(letters, rightToLeft ? Bidi.RTL : Bidi.LTR);
    List<Glyph> glyphs = new ArrayList<>();
    double pen = 0;
    for (int i = 0; i < bidi.countRuns(); i++) {
      BidiRun run = bidi.getVisualRun(i);
      for (Piece piece : pieces(letters, run)) pen = append(glyphs, piece, pen);
    }
    return new Line(glyphs, pen);
  }

  /** A stretch of one direction and one face. */
  private record Piece(Face face, char[] letters, boolean rightToLeft) {}

  private List<Piece> pieces(String letters, BidiRun run) {
    List<Piece> pieces = new ArrayList<>();
    boolean leftwards = run.isOddRun();
    int at = run.getStart();
    while (at < run.getLimit()) {
      int start = at;
      Face face = null;
      for (; at < run.getLimit(); at += Character.charCount(letters.codePointAt(at))) {
        int letter = letters.codePointAt(at);
        if (face != null && (neutral(letter) || face.has(letter))) continue;
        Face better = Face.of(bold, letter);
        if (face != null && better != face) break;
        face = better;
      }
      Piece piece = new Piece(face == null ? Face.of(bold, ' ') : face, visible(letters.substring(start, at)), leftwards);
      if (leftwards) pieces.addFirst(piece);
      else pieces.add(piece);
    }
    return pieces;
  }

  /** Marks belong to the letter before them, whatever the face has. */
  private static boolean neutral(int letter) {
    return UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT) || UCharacter.getCombiningClass(letter) != 0;
  }

  private static double append(List<Glyph> glyphs, Piece piece, double pen) {
    if (piece.letters.length == 0) return pen;
    GlyphVector shaped = piece.face.shape(piece.letters, 0, piece.letters.length, piece.rightToLeft);
    String[] texts = texts(shaped, piece);
    for (int i = 0; i < shaped.getNumGlyphs(); i++) {
      Point2D at = shaped.getGlyphPosition(i);
      if (!hidden(shaped, piece, i)) glyphs.add(new Glyph(piece.face, shaped.getGlyphCode(i), texts[i], pen + at.getX(), -at.getY()));
    }
    return pen + shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
  }

  private static boolean hidden(GlyphVector shaped, Piece piece, int glyph) {
    char letter = piece.letters[shaped.getGlyphCharIndex(glyph)];
    return shaped.getGlyphCode(glyph) >= 0xfffe || letter == JOINER || letter == NON_JOINER;
  }

  /** Which letters each glyph stands for: the first of a cluster for all of its letters, the marks upon it for none. Signs that are
   *  mirrored in text that runs leftwards stand for what is seen, as readers of documents expect. */
  private static String[] texts(GlyphVector shaped, Piece piece) {
    int count = shaped.getNumGlyphs();
    TreeSet<Integer> starts = new TreeSet<>(Set.of(0));
    for (int i = 0; i < count; i++) starts.add(shaped.getGlyphCharIndex(i));
    String[] texts = new String[count];
    Set<Integer> told = new HashSet<>();
    for (int step = 0; step < count; step++) {
      int glyph = piece.rightToLeft ? count - 1 - step : step;
      int start = shaped.getGlyphCharIndex(glyph);
      Integer next = starts.higher(start);
      texts[glyph] = told.add(start) ? seen(piece, start, next == null ? piece.letters.length : next) : "";
    }
    return texts;
  }

  private static String seen(Piece piece, int start, int end) {
    StringBuilder seen = new StringBuilder(end - start);
    new String(piece.letters, start, end - start).codePoints()
        .forEach(letter -> seen.appendCodePoint(piece.rightToLeft ? UCharacter.getMirror(letter) : letter));
    return seen.toString();
  }

  /** Letters that no face has become a dot: a printed page shows that something stood there. */
  private String known(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().map(letter -> Character.isWhitespace(letter) && letter != '\u00a0' ? ' ' : letter).forEach(letter -> known.appendCodePoint(
        neutral(letter) || Face.of(bold, letter).has(letter) ? letter : INSTEAD));
    return known.toString();
  }

  /** Signs that steer direction have done their work once runs are known. */
  private static char[] visible(String letters) {
    StringBuilder seen = new StringBuilder(letters.length());
    letters.codePoints().filter(letter -> letter == JOINER || letter == NON_JOINER
        || !UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)).forEach(seen::appendCodePoint);
    return seen.toString().toCharArray();
  }
}
