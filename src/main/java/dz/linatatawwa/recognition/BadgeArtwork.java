package dz.linatatawwa.recognition;

import dz.linatatawwa.credentials.Artwork;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.print.Lettering;
import dz.linatatawwa.site.BadgeShape;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws badges: the shape of the tier, a number or a symbol inside, a woven edge, the name below it in outlines, so that its Arabic is legible everywhere. */
@Component
public class BadgeArtwork implements Artwork {

  private static final String PAPER = "#fbfaf6";
  private static final String INK = "#1b2422";
  private static final String WHITE = "#ffffff";
  private static final double MIDDLE = Drawing.SIDE / 2.0;
  private static final double SCALE = 2.55;
  private static final double HEAD = 14;
  private static final double WIDEST = 364;

  private final BadgeTable badges;

  BadgeArtwork(BadgeTable badges) {
    this.badges = badges;
  }

  @Override
  public String kind() {
    return "badge";
  }

  @Override
  public byte[] png(String achievementKey, int version, Language language) {
    return drawn(known(achievementKey, version), language).png();
  }

  @Override
  public String svg(String achievementKey, int version, Language language) {
    Badge badge = known(achievementKey, version);
    return svg(badge, language);
  }

  /** The picture of a badge, also of a draft. */
  public String svg(Badge badge, Language language) {
    return drawn(badge, language).svg(badge.name().in(language) + ": " + badge.words().in(language), language.code());
  }

  /** The same, painted: 640 by 640 pixels. */
  public byte[] png(Badge badge, Language language) {
    return drawn(badge, language).png();
  }

  private Badge known(String achievementKey, int version) {
    String key = achievementKey.replaceFirst("^badge\\.", "");
    return badges.version(key, version).orElseThrow(() -> new IllegalArgumentException("no badge " + achievementKey + " " + version));
  }

  private static Drawing drawn(Badge badge, Language language) {
    Drawing drawing = new Drawing();
    Tone tone = badge.picture().tone();
    drawing.fill(new RoundRectangle2D.Double(0, 0, Drawing.SIDE, Drawing.SIDE, 40, 40), PAPER);
    BadgeShape shape = BadgeShape.of(badge.picture().shape());
    AffineTransform place = new AffineTransform(SCALE, 0, 0, SCALE, MIDDLE - 50 * SCALE, HEAD);
    Shape outline = place.createTransformedShape(Drawing.path(shape.outline()));
    drawing.fill(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(outline), tone.edge());
    drawing.fill(outline, tone.fill());
    drawing.fill(new BasicStroke(4).createStrokedShape(place.createTransformedShape(Drawing.path(shape.weave()))), tone.thread());
    mark(drawing, badge.picture());
    drawing.fill(woven(), tone.fill());
    name(drawing, badge.name().in(language), language);
    return drawing;
  }

  private static void mark(Drawing drawing, Picture picture) {
    double middle = HEAD + 50 * SCALE;
    if (picture.numbered()) {
      Lettering number = Lettering.of(picture.mark(), true, false);
      double size = Math.min(92, 140 / number.width());
      drawing.fill(placed(number, size, MIDDLE - number.width() * size / 2, middle + size * 0.35), WHITE);
      return;
    }
    Symbol.of(picture.mark()).ifPresent(symbol -> drawing.fill(
        new AffineTransform(4.4, 0, 0, 4.4, MIDDLE - 12 * 4.4, middle - 12 * 4.4).createTransformedShape(Drawing.path(symbol.outline())), WHITE));
  }

  /** A row of small triangles, as on weaving of the Aurès. */
  private static Shape woven() {
    Path2D.Double row = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < 12; i++) {
      double x = MIDDLE - 108 + i * 18;
      row.moveTo(x, 296);
      row.lineTo(x + 9, 283);
      row.lineTo(x + 18, 296);
      row.closePath();
    }
    return row;
  }

  private static void name(Drawing drawing, String name, Language language) {
    boolean rightToLeft = "rtl".equals(language.direction()) || language == Language.KAB;
    List<Lettering> lines = lines(name, rightToLeft);
    double size = Math.min(lines.size() == 1 ? 42 : 34, WIDEST / lines.stream().mapToDouble(Lettering::width).max().orElse(1));
    double base = lines.size() == 1 ? 356 : 340;
    for (Lettering line : lines) {
      drawing.fill(placed(line, size, MIDDLE - line.width() * size / 2, base), INK);
      base += size * 1.3;
    }
  }

  /** One line, or two that are cut at the space nearest the middle. */
  private static List<Lettering> lines(String name, boolean rightToLeft) {
    Lettering whole = Lettering.of(name, true, rightToLeft);
    if (whole.width() * 30 <= WIDEST || name.indexOf(' ') < 0) return List.of(whole);
    int middle = name.length() / 2;
    int before = name.lastIndexOf(' ', middle);
    int after = name.indexOf(' ', middle);
    int cut = before < 0 ? after : after < 0 || middle - before <= after - middle ? before : after;
    return List.of(Lettering.of(name.substring(0, cut), true, rightToLeft), Lettering.of(name.substring(cut + 1), true, rightToLeft));
  }

  private static Shape placed(Lettering text, double size, double x, double y) {
    return new AffineTransform(size, 0, 0, size, x, y).createTransformedShape(text.outline());
  }
}
