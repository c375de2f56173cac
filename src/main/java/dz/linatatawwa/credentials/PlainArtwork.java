package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.site.BadgeShape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A woven mark with a tick, without words: for a kind of credential that no room draws. */
enum PlainArtwork implements Artwork {
  ONE;

  private static final int TIER = 4;
  private static final int SIZE = 512;
  private static final String CEDAR = "#0d5c4d";
  private static final String TICK = "M33 51L45 63L68 38";
  private static final Pattern CORNER = Pattern.compile("([ML])([\\d.]+) ([\\d.]+)");

  @Override
  public String kind() {
    return "";
  }

  @Override
  public String svg(String achievementKey, int version, Language language) {
    BadgeShape shape = BadgeShape.of(TIER);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\" width=\"" + SIZE + "\" height=\"" + SIZE + "\"><path fill=\"" + CEDAR + "\" d=\""
        + shape.outline() + "\"/><path fill=\"none\" stroke=\"#fff\" stroke-width=\"1.5\" d=\"" + shape.weave()
        + "\"/><path fill=\"none\" stroke=\"#fff\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"" + TICK + "\"/></svg>";
  }

  @Override
  public byte[] png(String achievementKey, int version, Language language) {
    BadgeShape shape = BadgeShape.of(TIER);
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.scale(SIZE / 100.0, SIZE / 100.0);
    pen.setColor(Color.decode(CEDAR));
    pen.fill(path(shape.outline()));
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(1.5f));
    pen.draw(path(shape.weave()));
    pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(path(TICK));
    pen.dispose();
    return bytes(image);
  }

  private static byte[] bytes(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path2D path(String drawn) {
    Path2D path = new Path2D.Double();
    Matcher corner = CORNER.matcher(drawn);
    while (corner.find()) {
      if (corner.group(1).equals("M")) path.moveTo(Double.parseDouble(corner.group(2)), Double.parseDouble(corner.group(3)));
      else path.lineTo(Double.parseDouble(corner.group(2)), Double.parseDouble(corner.group(3)));
    }
    if (drawn.endsWith("z")) path.closePath();
    return path;
  }
}
