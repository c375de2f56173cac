package dz.linatatawwa.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Flat shapes, one over the other, on a square of 400: written as SVG or painted as PNG. */
final class Drawing {

  static final int SIDE = 400;
  private static final int PIXELS = 640;
  private static final Pattern STEP = Pattern.compile("[MLCZz]|-?[0-9.]+");

  private record Layer(Shape shape, String colour) {}

  private final List<Layer> layers = new ArrayList<>();

  /** @param colour {@code #rrggbb} */
  void fill(Shape shape, String colour) {
    layers.add(new Layer(shape, colour));
  }

  /** A path of M, L, C and Z, in absolute numbers. */
  static Path2D path(String written) {
    Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    try (Scanner steps = new Scanner(String.join(" ", STEP.matcher(written).results().map(java.util.regex.MatchResult::group).toList()))) {
      steps.useLocale(Locale.ROOT);
      while (steps.hasNext()) {
        switch (steps.next()) {
          case "M" -> path.moveTo(steps.nextDouble(), steps.nextDouble());
          case "L" -> path.lineTo(steps.nextDouble(), steps.nextDouble());
          case "C" -> path.curveTo(steps.nextDouble(), steps.nextDouble(), steps.nextDouble(), steps.nextDouble(), steps.nextDouble(), steps.nextDouble());
          default -> path.closePath();
        }
      }
    }
    return path;
  }

  String svg(String title, String language) {
    String told = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    StringBuilder svg = new StringBuilder(20_000).append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"400\" height=\"400\" role=\"img\" lang=\"")
        .append(language).append("\"><title>").append(told).append("</title>");
    for (Layer layer : layers) {
      svg.append("<path fill=\"").append(layer.colour).append(rule(layer.shape) == PathIterator.WIND_EVEN_ODD ? "\" fill-rule=\"evenodd\" d=\"" : "\" d=\"");
      write(svg, layer.shape);
      svg.append("\"/>");
    }
    return svg.append("</svg>").toString();
  }

  byte[] png() {
    BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale((double) PIXELS / SIDE, (double) PIXELS / SIDE);
    for (Layer layer : layers) {
      pen.setColor(Color.decode(layer.colour));
      pen.fill(layer.shape);
    }
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("badge", e);
    }
  }

  private static int rule(Shape shape) {
    return shape.getPathIterator(null).getWindingRule();
  }

  private static void write(StringBuilder svg, Shape shape) {
    double[] at = new double[6];
    for (PathIterator steps = shape.getPathIterator(null); !steps.isDone(); steps.next()) {
      switch (steps.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> step(svg, 'M', at, 2);
        case PathIterator.SEG_LINETO -> step(svg, 'L', at, 2);
        case PathIterator.SEG_QUADTO -> step(svg, 'Q', at, 4);
        case PathIterator.SEG_CUBICTO -> step(svg, 'C', at, 6);
        default -> svg.append('Z');
      }
    }
  }

  private static void step(StringBuilder svg, char step, double[] at, int numbers) {
    svg.append(step);
    for (int i = 0; i < numbers; i++) svg.append(i == 0 ? "" : " ").append(Math.round(at[i] * 100) / 100.0);
  }
}
