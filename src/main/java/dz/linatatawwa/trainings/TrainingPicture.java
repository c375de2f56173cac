package dz.linatatawwa.trainings;

import dz.linatatawwa.credentials.Artwork;
import dz.linatatawwa.language.Language;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The picture on a certificate of completion: an open book over the woven edge, without a word, so that it is the same in every language. One drawing on a
 *  square of a hundred units, written as SVG and painted as PNG. */
@Component
class TrainingPicture implements Artwork {

  private static final int PIXELS = 512;
  private static final String PAPER = "#fbfaf6";
  private static final String CARD = "#ffffff";
  private static final String CEDAR = "#0d5c4d";
  private static final String TINT = "#e4f0ec";
  private static final String OCHRE = "#a8501a";

  /** One closed line or open stroke.
   *  @param points x and y, in turn
   *  @param fill   null: a stroke that stays open */
  private record Part(double[] points, @Nullable String fill, @Nullable String stroke, double width) {}

  private final List<Part> parts = drawing();

  @Override
  public String kind() {
    return Completions.KIND;
  }

  @Override
  public byte[] png(String achievementKey, int version, Language language) {
    BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    paint.scale(PIXELS / 100.0, PIXELS / 100.0);
    parts.forEach(part -> paint(part, paint));
    paint.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String svg(String achievementKey, int version, Language language) {
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\" width=\"512\" height=\"512\">");
    for (Part part : parts) {
      svg.append("<path d=\"").append(path(part)).append("\" fill=\"").append(part.fill() == null ? "none" : part.fill()).append('"');
      if (part.stroke() != null) {
        svg.append(" stroke=\"").append(part.stroke()).append("\" stroke-width=\"").append(part.width()).append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
      }
      svg.append("/>");
    }
    return svg.append("</svg>").toString();
  }

  private static List<Part> drawing() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(cut(3, 14), CEDAR, null, 0));
    parts.add(new Part(cut(6, 13), PAPER, null, 0));
    parts.add(new Part(cut(9, 12), null, CEDAR, 0.9));
    parts.add(new Part(new double[] {50, 29, 78, 23, 78, 61, 50, 67}, CARD, CEDAR, 2.4));
    parts.add(new Part(new double[] {50, 29, 22, 23, 22, 61, 50, 67}, TINT, CEDAR, 2.4));
    for (int line = 0; line < 3; line++) {
      double y = 35 + line * 9;
      parts.add(new Part(new double[] {28, y - 2.6, 44, y + 0.8}, null, OCHRE, 2.2));
    }
    parts.add(new Part(new double[] {57, 46, 62, 52.5, 71, 36}, null, CEDAR, 4));
    for (int i = 0; i < 8; i++) {
      double x = 18 + i * 8;
      parts.add(new Part(new double[] {x, 82, x + 4, 75, x + 8, 82}, i % 2 == 0 ? CEDAR : OCHRE, null, 0));
    }
    return List.copyOf(parts);
  }

  /** A square with its corners cut off. */
  private static double[] cut(double edge, double corner) {
    double far = 100 - edge;
    return new double[] {edge + corner, edge, far - corner, edge, far, edge + corner, far, far - corner, far - corner, far, edge + corner, far, edge,
        far - corner, edge, edge + corner};
  }

  private static boolean closed(Part part) {
    return part.fill() != null || part.points().length > 8;
  }

  private static String path(Part part) {
    StringBuilder path = new StringBuilder("M");
    for (int i = 0; i < part.points().length; i += 2) {
      path.append(i == 0 ? "" : "L").append(String.format(Locale.ROOT, "%.1f %.1f", part.points()[i], part.points()[i + 1]));
    }
    return path.append(closed(part) ? "z" : "").toString();
  }

  private static void paint(Part part, Graphics2D paint) {
    Path2D.Double line = new Path2D.Double();
    line.moveTo(part.points()[0], part.points()[1]);
    for (int i = 2; i < part.points().length; i += 2) line.lineTo(part.points()[i], part.points()[i + 1]);
    if (closed(part)) line.closePath();
    if (part.fill() != null) {
      paint.setColor(Color.decode(part.fill()));
      paint.fill(line);
    }
    if (part.stroke() != null) {
      paint.setColor(Color.decode(part.stroke()));
      paint.setStroke(new BasicStroke((float) part.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      paint.draw(line);
    }
  }
}
