package dz.linatatawwa.promotion;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.ShareCard;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** A share card: what it is, its title, when and where and who, and the short link. Letters are outlines of our own faces, so that Arabic is shaped everywhere alike. */
@Component
class CardDrawing {

  /** Raised when cards look different: what was kept is drawn anew. */
  static final int VERSION = 1;

  private static final int WIDE = ShareCard.WIDE;
  private static final int HIGH = ShareCard.HIGH;
  private static final int EDGE = 72;
  private static final int WOVEN = 24;
  private static final int BAND = 104;
  private static final int PICTURE = 300;
  private static final double[] TITLE = {66, 58, 50, 44, 38};
  private static final double[] FACT = {31, 28};
  private static final Color PAPER = new Color(0xfbfaf6);
  private static final Color INK = new Color(0x1b2422);
  private static final Color CEDAR = new Color(0x08443a);
  private static final Color OCHRE = new Color(0xa8501a);

  private final BufferedImage mark;

  CardDrawing() {
    try (InputStream file = CardDrawing.class.getResourceAsStream("/static/images/mark-192.png")) {
      if (file == null) throw new IllegalStateException("no mark");
      this.mark = ImageIO.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the mark", e);
    }
  }

  /** @param link where it leads, as people read it: without the scheme */
  byte[] png(Promoted it, Words words, String link) {
    BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      draw(it, words, link, pen);
    } finally {
      pen.dispose();
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a card in memory", e);
    }
  }

  private void draw(Promoted it, Words words, String link, Graphics2D pen) {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, WIDE, HIGH);
    woven(pen);
    boolean rtl = words.language().direction().equals("rtl");
    Brush brush = new Brush(pen, rtl, WIDE);
    double room = WIDE - 2.0 * EDGE - (it.picture() == null ? 0 : PICTURE + 40);
    brush.line(it.label(), EDGE, 108, 29, true, room, OCHRE);
    double below = brush.paragraph(it.title(), EDGE, 192, room, TITLE, 3, 1.32, INK);
    facts(it, brush, pen, Math.max(below + 8, 322), room);
    if (it.picture() != null) picture(it.picture(), rtl, pen);
    band(words, link, brush, rtl, pen);
  }

  private static void facts(Promoted it, Brush brush, Graphics2D pen, double from, double room) {
    double step = Math.min(52, (HIGH - BAND - 24 - from) / Math.max(1, it.facts().size() - 1));
    double base = from;
    for (String fact : it.facts()) {
      pen.setColor(CEDAR);
      double x = brush.rightToLeft() ? WIDE - EDGE - 12 : EDGE;
      pen.fill(new RoundRectangle2D.Double(x, base - 17, 12, 12, 4, 4));
      if (it.facts().size() == 1) brush.paragraph(fact, EDGE + 30, base, room - 30, FACT, 3, 1.5, INK);
      else brush.line(fact, EDGE + 30.0, base, FACT[0], false, room - 30, INK);
      base += step;
    }
  }

  private static void picture(Supplier<byte[]> picture, boolean rtl, Graphics2D pen) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.get()));
      pen.drawImage(image, rtl ? EDGE : WIDE - EDGE - PICTURE, 110, PICTURE, PICTURE, null);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture of ours", e);
    }
  }

  private void band(Words words, String link, Brush brush, boolean rtl, Graphics2D pen) {
    pen.setColor(CEDAR);
    pen.fillRect(0, HIGH - BAND, WIDE, BAND);
    int side = 64;
    pen.setClip(new RoundRectangle2D.Double(rtl ? WIDE - EDGE - side : EDGE, HIGH - BAND + 20, side, side, 16, 16));
    pen.drawImage(mark, rtl ? WIDE - EDGE - side : EDGE, HIGH - BAND + 20, side, side, null);
    pen.setClip(null);
    brush.line(words.text("site.name"), EDGE + side + 20.0, HIGH - 40.0, 36, true, 420, Color.WHITE);
    brush.address(link, EDGE, HIGH - 42, 28, Color.WHITE);
  }

  private static void woven(Graphics2D pen) {
    pen.setColor(OCHRE);
    for (int x = 0; x < WIDE; x += WOVEN) {
      Path2D.Double triangle = new Path2D.Double();
      triangle.moveTo(x, 0);
      triangle.lineTo(x + WOVEN, 0);
      triangle.lineTo(x + WOVEN / 2.0, WOVEN / 2.0);
      triangle.closePath();
      pen.fill(triangle);
    }
  }
}
