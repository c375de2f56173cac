package dz.linatatawwa.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Shaped text as an outline, for pictures that must look the same where our letters are not installed.
 *  @param outline one em is one unit; the base line is at 0 and y goes down, the left end is at 0
 *  @param width   in ems */
public record Lettering(Path2D outline, double width) {

  private static final double EM = 1 / 1000.0;

  /** @param rightToLeft the direction of the line as a whole */
  public static Lettering of(String text, boolean bold, boolean rightToLeft) {
    Line line = new Shaping(bold, rightToLeft).line(text);
    Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Glyph glyph : line.glyphs()) {
      AffineTransform place = AffineTransform.getScaleInstance(EM, EM);
      place.translate(glyph.x(), -glyph.y());
      outline.append(place.createTransformedShape(drawn(glyph)), false);
    }
    return new Lettering(outline, line.width() * EM);
  }

  private static Path2D drawn(Glyph glyph) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.append(glyph.face().outline(glyph.index()), false);
    return path;
  }
}
