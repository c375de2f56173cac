package dz.linatatawwa.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file of the house: the JDK shapes with it, and the outlines that were used go into the document. */
final class Face {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Tried in this order for each letter. */
  private static final List<Face> REGULAR = List.of(new Face("plex-arabic-400"), new Face("kabyle-400"), new Face("tifinagh-400"));
  private static final List<Face> BOLD = List.of(new Face("plex-arabic-700"), new Face("kabyle-700"), REGULAR.get(2));

  private final String name;
  private final Font font;
  private final TrueTypeFont outlines;
  private final double unitsPerEm;

  private Face(String name) {
    this.name = name;
    try (InputStream file = Face.class.getResourceAsStream("/print/" + name + ".ttf")) {
      if (file == null) throw new IllegalStateException("no font " + name);
      byte[] bytes = file.readAllBytes();
      this.font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)).deriveFont(1000f);
      this.outlines = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      this.unitsPerEm = outlines.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The face for this character: the first that has it, else the first. */
  static Face of(boolean bold, int character) {
    List<Face> faces = bold ? BOLD : REGULAR;
    for (Face face : faces) if (face.has(character)) return face;
    return faces.getFirst();
  }

  boolean has(int character) {
    return font.canDisplay(character);
  }

  String name() {
    return name;
  }

  TrueTypeFont outlines() {
    return outlines;
  }

  /** Glyphs in the order in which they stand from left to right, at 1000 units an em. */
  GlyphVector shape(char[] letters, int start, int end, boolean rightToLeft) {
    return font.layoutGlyphVector(EXACT, letters, start, end, rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
  }

  /** The outline of a glyph, in thousandths of an em, y downwards. */
  PathIterator outline(int glyph) {
    return font.createGlyphVector(EXACT, new int[] {glyph}).getGlyphOutline(0).getPathIterator(null);
  }

  /** The advance of a glyph in thousandths of an em. */
  double advance(int glyph) {
    try {
      synchronized (outlines) {
        return outlines.getAdvanceWidth(glyph) * 1000 / unitsPerEm;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Thousandths of an em. */
  double scaled(double units) {
    return units * 1000 / unitsPerEm;
  }
}
