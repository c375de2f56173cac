package dz.linatatawwa.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Drawn pictures of places that need hands, and of the same places afterwards: no photograph, so that nobody's street is shown for another's. */
final class PlaceDrawing {

  private static final int WIDE = 1000;
  private static final int HIGH = 750;
  private static final List<Color> LITTER = List.of(new Color(0xc94f4f), new Color(0x4f7fc9), new Color(0xe9e9e4), new Color(0xd8b13a), new Color(0x5b6b66), new Color(0x7fc4d8));

  private final Graphics2D paint;
  private final Chance chance;

  private PlaceDrawing(Graphics2D paint, Chance chance) {
    this.paint = paint;
    this.chance = chance;
  }

  /** @param place {@code beach}, {@code river}, {@code street}, {@code wall} or {@code stairs}
   *  @param after whether people have been there */
  static byte[] png(String place, boolean after, Chance chance) {
    BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    new PlaceDrawing(paint, chance).draw(place, after);
    paint.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void draw(String place, boolean after) {
    sky();
    switch (place) {
      case "beach" -> beach();
      case "river" -> river();
      case "wall" -> wall(after);
      case "stairs" -> stairs();
      default -> street(after);
    }
    if (!after) litter(place.equals("wall") ? 14 : 90);
    else bags();
  }

  private void sky() {
    paint.setPaint(new GradientPaint(0, 0, new Color(0x9cc9e4), 0, HIGH * 0.5f, new Color(0xeaf3f5)));
    paint.fillRect(0, 0, WIDE, HIGH);
    paint.setColor(new Color(0xfff3c9));
    paint.fill(new Ellipse2D.Double(780, 60, 90, 90));
  }

  private void beach() {
    hills(new Color(0x86a79a), 300);
    band(new Color(0x3d8fb0), 300, 430);
    band(new Color(0xd8eef2), 425, 445);
    band(new Color(0xe8d3a1), 440, HIGH);
  }

  private void river() {
    hills(new Color(0x7d9b76), 330);
    band(new Color(0x9fb77e), 330, HIGH);
    Path2D water = new Path2D.Double();
    water.moveTo(420, 330);
    water.curveTo(250, 450, 620, 560, 380, HIGH);
    water.lineTo(760, HIGH);
    water.curveTo(820, 560, 480, 450, 520, 330);
    paint.setColor(new Color(0x6fa6b5));
    paint.fill(water);
  }

  private void street(boolean after) {
    for (int i = 0; i < 5; i++) {
      int top = 150 + chance.between(0, 90);
      paint.setColor(i % 2 == 0 ? new Color(0xf0e6d2) : new Color(0xdfd2b8));
      paint.fillRect(i * 200, top, 198, 450 - top);
      paint.setColor(new Color(0x6c8a97));
      for (int window = 0; window < 4; window++) paint.fillRect(i * 200 + 30 + window % 2 * 80, top + 40 + window / 2 * 90, 46, 58);
    }
    band(new Color(0x8d8d88), 450, HIGH);
    paint.setColor(new Color(0xf6f5ee));
    for (int i = 0; i < 6; i++) paint.fillRect(60 + i * 170, 600, 90, 12);
    if (!after) band(new Color(90, 130, 140, 170), 520, HIGH);
  }

  private void wall(boolean after) {
    band(new Color(0xb9c39a), 600, HIGH);
    paint.setColor(after ? new Color(0xf5e3b8) : new Color(0xcfc6b4));
    paint.fillRect(80, 180, 840, 430);
    paint.setColor(after ? new Color(0x2f7d6d) : new Color(0x9a948a));
    paint.fillRect(80, 480, 840, 130);
    paint.setColor(new Color(0x6c8a97));
    for (int i = 0; i < 3; i++) paint.fillRect(160 + i * 260, 250, 150, 130);
    if (after) return;
    paint.setColor(new Color(0xa79e8d));
    for (int i = 0; i < 40; i++) paint.fill(new Ellipse2D.Double(90 + chance.below(800), 190 + chance.below(380), chance.between(8, 60), chance.between(6, 34)));
  }

  private void stairs() {
    band(new Color(0x3d8fb0), 300, 400);
    for (int step = 0; step < 8; step++) {
      paint.setColor(step % 2 == 0 ? new Color(0xcdc3b2) : new Color(0xb7ac99));
      paint.fillRect(260 - step * 32, 380 + step * 47, 480 + step * 64, 48);
    }
  }

  private void hills(Color color, int foot) {
    Path2D hill = new Path2D.Double();
    hill.moveTo(0, foot);
    hill.curveTo(180, foot - 190, 330, foot - 40, 480, foot - 90);
    hill.curveTo(650, foot - 160, 820, foot - 30, WIDE, foot - 120);
    hill.lineTo(WIDE, foot + 5);
    hill.lineTo(0, foot + 5);
    paint.setColor(color);
    paint.fill(hill);
  }

  private void band(Color color, int from, int to) {
    paint.setColor(color);
    paint.fillRect(0, from, WIDE, to - from);
  }

  private void litter(int pieces) {
    for (int i = 0; i < pieces; i++) {
      double y = 460 + chance.share() * 270;
      double size = 10 + (y - 440) / 14 + chance.share() * 12;
      AffineTransform before = paint.getTransform();
      paint.translate(30 + chance.share() * (WIDE - 60), y);
      paint.rotate(chance.share() * Math.PI);
      paint.setColor(chance.pick(LITTER));
      paint.fill(chance.yes(0.5) ? new RoundRectangle2D.Double(-size, -size / 3, size * 2, size / 1.6, size / 3, size / 3) : new Ellipse2D.Double(-size / 2, -size / 2, size, size * 0.8));
      paint.setColor(new Color(40, 40, 40, 60));
      paint.setStroke(new BasicStroke(1.2f));
      paint.draw(new RoundRectangle2D.Double(-size, -size / 3, size * 2, size / 1.6, size / 3, size / 3));
      paint.setTransform(before);
    }
  }

  /** Filled bags, in a row, waiting for the lorry. */
  private void bags() {
    for (int i = 0; i < 5; i++) {
      paint.setColor(i % 2 == 0 ? new Color(0x2d3a36) : new Color(0x0d5c4d));
      paint.fill(new Ellipse2D.Double(40 + i * 62, 640, 70, 78));
      paint.fill(new Ellipse2D.Double(64 + i * 62, 624, 22, 26));
    }
  }
}
