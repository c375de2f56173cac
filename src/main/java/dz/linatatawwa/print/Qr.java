package dz.linatatawwa.print;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A QR code: text that a camera reads. Text of capitals, digits and {@code $%*+-./:} and space is packed twice as tightly as other text,
 *  so codes that are to be read from afar keep to those; stretches of either kind are packed each in its own way. */
public final class Qr {

  /** How much of a code may be hidden or torn and still be read. */
  public enum Correction {
    /** 7 %: screens, where size is all. */
    LOW(QrCode.Ecc.LOW),
    /** 15 %: clean paper. */
    MEDIUM(QrCode.Ecc.MEDIUM),
    /** 25 %: cards that live in a pocket. */
    QUARTILE(QrCode.Ecc.QUARTILE),
    /** 30 %: short texts on posters. */
    HIGH(QrCode.Ecc.HIGH);

    private final QrCode.Ecc level;

    Correction(QrCode.Ecc level) {
      this.level = level;
    }
  }

  /** The empty border that readers need, in modules. */
  public static final int QUIET = 4;

  private final String text;
  private final QrCode code;

  private Qr(String text, QrCode code) {
    this.text = text;
    this.code = code;
  }

  /** The smallest code that holds the text with at least this correction; what is left over corrects more.
   *  @throws IllegalArgumentException when the text is longer than any code */
  public static Qr of(String text, Correction correction) {
    List<QrSegment> segments = QrSegmentAdvanced.makeSegmentsOptimally(text, correction.level, QrCode.MIN_VERSION, QrCode.MAX_VERSION);
    return new Qr(text, QrCode.encodeSegments(segments, correction.level));
  }

  /** What it says. */
  public String text() {
    return text;
  }

  /** Modules in a row, without the quiet border. */
  public int size() {
    return code.size;
  }

  /** Whether this module is dark; outside the code nothing is. */
  public boolean dark(int column, int row) {
    return code.getModule(column, row);
  }

  /** A drawing that scales, black on white whatever the page's colours, with its quiet border.
   *  @param label what it is, for those who do not see it */
  public String svg(String label) {
    int side = size() + 2 * QUIET;
    StringBuilder svg = new StringBuilder(8_000)
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" viewBox=\"0 0 ").append(side).append(' ').append(side)
        .append("\" shape-rendering=\"crispEdges\"><title>").append(escaped(label)).append("</title><path fill=\"#fff\" d=\"M0 0h")
        .append(side).append('v').append(side).append("H0z\"/><path fill=\"#000\" d=\"");
    for (Bar bar : bars()) {
      svg.append('M').append(bar.column() + QUIET).append(' ').append(bar.row() + QUIET).append('h').append(bar.width()).append("v1h-")
          .append(bar.width()).append('z');
    }
    return svg.append("\"/></svg>").toString();
  }

  /** A picture with its quiet border.
   *  @param scale pixels of a module */
  public byte[] png(int scale) {
    int side = (size() + 2 * QUIET) * scale;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) image.setRGB(x, y, dark(x / scale - QUIET, y / scale - QUIET) ? 0xff000000 : 0xffffffff);
    }
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory", e);
    }
  }

  /** Dark modules beside each other, drawn as one, so that no light shows between them. */
  record Bar(int column, int row, int width) {}

  List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        int start = column;
        while (dark(column, row)) column++;
        if (column > start) bars.add(new Bar(start, row, column - start));
      }
    }
    return bars;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
