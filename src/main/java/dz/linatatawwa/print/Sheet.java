package dz.linatatawwa.print;

import dz.linatatawwa.language.Language;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** One side of paper. Places are in millimetres, counted along from where reading begins and down from the top. */
public final class Sheet {

  private static final double POINTS = 72 / 25.4;
  private static final double SMALLEST = 0.55;
  /** How far a circle's handles reach, as a share of its radius. */
  private static final double ROUND = 0.5523;

  private final Paper paper;
  private final PDPage page;
  private final StringBuilder drawing = new StringBuilder(16_000);
  private final Language reading;
  private boolean packed;

  Sheet(Paper paper, PDPage page, Language reading) {
    this.paper = paper;
    this.page = page;
    this.reading = reading;
  }

  PDPage page() {
    return page;
  }

  /** The instructions of all that was drawn, to be packed once; nothing when that was done. */
  Optional<String> toPack() {
    if (packed) return Optional.empty();
    packed = true;
    String all = drawing.toString();
    drawing.setLength(0);
    drawing.trimToSize();
    return Optional.of(all);
  }

  /** Millimetres. */
  public double width() {
    return page.getMediaBox().getWidth() / POINTS;
  }

  /** Millimetres. */
  public double height() {
    return page.getMediaBox().getHeight() / POINTS;
  }

  /** Writes a text into an area.
   *  @return the height that it took, in millimetres */
  public double text(Area area, String text, Type type) {
    if (text.isBlank()) return 0;
    Setting set = set(area, text, type);
    Language said = type.language() == null && reading != paper.language() ? reading : type.language();
    int mark = paper.tags().mark(page, type.part().name(), said, null);
    drawing.append('/').append(type.part()).append(" <</MCID ").append(mark).append(">> BDC\n");
    write(area, set, type);
    drawing.append("EMC\n");
    return set.height();
  }

  /** Writes what is no part of the document: page numbers, marks at the edge. */
  public double aside(Area area, String text, Type type) {
    Setting set = set(area, text, type);
    drawing.append("/Artifact BMC\n");
    write(area, set, type);
    drawing.append("EMC\n");
    return set.height();
  }

  /** The height that a text would take in this width, in millimetres. */
  public double heightOf(double width, String text, Type type) {
    return text.isBlank() ? 0 : set(new Area(0, 0, width, Double.MAX_VALUE), text, type).height();
  }

  /** What is drawn meanwhile belongs together: {@code Sect}, {@code Table}, {@code TR}. */
  public void within(String kind, Runnable parts) {
    paper.tags().within(kind, parts);
  }

  /** A straight line. @param thickness in millimetres */
  public void line(double fromX, double fromY, double toX, double toY, double thickness, Ink ink) {
    drawn("q %s RG %s w %s %s m %s %s l S Q", stroke(ink), mm(thickness), across(fromX), down(fromY), across(toX), down(toY));
  }

  /** A dashed line, to cut or to write on. */
  public void dashes(double fromX, double fromY, double toX, double toY, double thickness, Ink ink) {
    drawn("q %s RG %s w [%s %s] 0 d %s %s m %s %s l S Q", stroke(ink), mm(thickness), mm(1.2), mm(1.2), across(fromX), down(fromY), across(toX), down(toY));
  }

  /** A filled or bordered box. @param radius of its corners, in millimetres */
  public void box(Area area, @Nullable Ink fill, @Nullable Ink border, double radius) {
    String path = radius == 0 ? "%s %s %s %s re".formatted(n(left(area)), down(area.bottom()), mm(area.width()), mm(area.height())) : rounded(area, radius);
    painted(path, fill, border);
  }

  /** A circle, for filling in or to stand out. */
  public void circle(double x, double y, double radius, @Nullable Ink fill, @Nullable Ink border) {
    painted(rounded(new Area(x - radius, y - radius, 2 * radius, 2 * radius), radius), fill, border);
  }

  /** A code of sharp black squares on white with its quiet border, which lies within the area.
   *  @param instead what it is, for those who do not see it */
  public void qr(Area area, Qr qr, String instead) {
    double side = Math.min(area.width(), area.height());
    double module = side / (qr.size() + 2 * Qr.QUIET) * POINTS;
    double startX = left(area) + (area.width() - side) / 2 * POINTS + Qr.QUIET * module;
    double startY = Double.parseDouble(down(area.y() + (area.height() - side) / 2)) - Qr.QUIET * module;
    StringBuilder squares = new StringBuilder("0 g ");
    for (Qr.Bar bar : qr.bars()) {
      squares.append(n(startX + bar.column() * module)).append(' ').append(n(startY - (bar.row() + 1) * module)).append(' ')
          .append(n(bar.width() * module)).append(' ').append(n(module)).append(" re\n");
    }
    figure(instead, "q " + squares + "f Q");
  }

  /** A JPEG or PNG, as large as the area allows without bending it. @param instead what is seen on it */
  public void picture(Area area, byte[] content, String instead) {
    try {
      PDImageXObject image = image(content);
      String name = page.getResources().add(image).getName();
      double scale = Math.min(area.width() / image.getWidth(), area.height() / image.getHeight());
      double width = image.getWidth() * scale;
      double height = image.getHeight() * scale;
      double x = left(area) + (area.width() - width) / 2 * POINTS;
      figure(instead, "q %s 0 0 %s %s %s cm /%s Do Q".formatted(mm(width), mm(height), n(x), down(area.y() + (area.height() + height) / 2), name));
    } catch (IOException e) {
      throw new UncheckedIOException("a picture of " + content.length + " bytes", e);
    }
  }

  /** The woven edge of the house: a row of small triangles. */
  public void woven(double x, double y, double width, Ink ink) {
    StringBuilder row = new StringBuilder("q ").append(stroke(ink)).append(" rg\n");
    double tooth = width / Math.round(width / 4);
    for (double at = x; at < x + width - tooth / 2; at += tooth) {
      row.append("%s %s m %s %s l %s %s l f%n".formatted(across(at), down(y + 2), across(at + tooth), down(y + 2), across(at + tooth / 2), down(y)));
    }
    drawn("%s", row.append('Q'));
  }

  /** A woven border around an area. @param depth of the band, inwards, in millimetres */
  public void border(Area frame, double depth, Ink triangles, Ink lozenges) {
    drawn("%s", Weave.border(this, frame, depth, triangles, lozenges));
  }

  /** What is drawn meanwhile leads to an address when it is touched on a screen.
   *  @param address in ASCII
   *  @param instead what it is, for those who do not see it */
  public void link(Area area, String address, String instead, Runnable parts) {
    double bottom = Double.parseDouble(down(area.bottom()));
    PDRectangle place = new PDRectangle((float) left(area), (float) bottom, (float) (area.width() * POINTS), (float) (area.height() * POINTS));
    paper.tags().link(page, place, address, instead, parts);
  }

  private PDImageXObject image(byte[] content) throws IOException {
    boolean jpeg = content.length > 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
    if (jpeg) return JPEGFactory.createFromByteArray(paper.document(), content);
    var read = ImageIO.read(new ByteArrayInputStream(content));
    if (read == null) throw new IOException("neither JPEG nor PNG");
    return LosslessFactory.createFromImage(paper.document(), read);
  }

  /** Lines at the size at which they go into their area. */
  private record Setting(List<Line> lines, double size, double leading, boolean rightToLeft) {

    double height() {
      return lines.size() * size * leading / POINTS;
    }
  }

  private Setting set(Area area, String text, Type type) {
    Language language = type.language() == null ? reading : type.language();
    boolean rightToLeft = language.direction().equals("rtl");
    Breaking breaking = new Breaking(new Shaping(type.bold(), rightToLeft));
    double width = area.width() * POINTS * 1000;
    for (double size = type.size(); ; size *= 0.95) {
      boolean last = size < type.size() * SMALLEST;
      if (type.room() == Type.Room.LINE) {
        Line line = last ? breaking.cut(text, width / size) : new Shaping(type.bold(), rightToLeft).line(text);
        if (last || line.width() <= width / size) return new Setting(List.of(line), size, type.leading() * type.size() / size, rightToLeft);
      } else {
        Setting set = new Setting(breaking.lines(text, width / size), size, type.leading(), rightToLeft);
        if (type.room() == Type.Room.FLOW || set.height() <= area.height() + 0.01) return set;
        if (last) return new Setting(set.lines.subList(0, Math.max(1, (int) (area.height() * POINTS / size / type.leading()))), size, type.leading(), rightToLeft);
      }
    }
  }

  private void write(Area area, Setting set, Type type) {
    double lineHeight = set.size * set.leading;
    double base = Double.parseDouble(down(area.y())) - lineHeight / 2 - set.size * 0.28;
    StringBuilder marks = new StringBuilder();
    drawing.append("BT ").append(stroke(type.ink())).append(" rg\n");
    for (Line line : set.lines) {
      double free = area.width() * POINTS - line.width() * set.size / 1000;
      double shift = switch (type.align()) {
        case CENTER -> free / 2;
        case START -> set.rightToLeft ? free : 0;
        case END -> set.rightToLeft ? 0 : free;
      };
      write(line, left(area) + shift, base, set.size, marks);
      base -= lineHeight;
    }
    drawing.append("ET\n").append(marks);
  }

  /** Stretches of one face and one height become one instruction; where a glyph stands elsewhere than the one before it left off, it is moved. */
  private void write(Line line, double x, double y, double size, StringBuilder marks) {
    Glyph before = null;
    double pen = 0;
    for (Glyph glyph : line.glyphs()) {
      if (glyph.mark()) {
        outline(marks, glyph, x + glyph.x() * size / 1000, y + glyph.y() * size / 1000, size / 1000);
        continue;
      }
      boolean joins = before != null && before.face() == glyph.face() && Math.abs(before.y() - glyph.y()) < 0.01;
      if (!joins) {
        if (before != null) drawing.append("] TJ\n");
        drawing.append('/').append(paper.embedded(glyph.face()).key()).append(' ').append(n(size)).append(" Tf 1 0 0 1 ")
            .append(n(x + glyph.x() * size / 1000)).append(' ').append(n(y + glyph.y() * size / 1000)).append(" Tm [");
      } else if (Math.abs(glyph.x() - pen) > 0.05) {
        drawing.append(n(pen - glyph.x()));
      }
      drawing.append('<').append(paper.embedded(glyph.face()).code(glyph)).append('>');
      pen = glyph.x() + glyph.face().advance(glyph.index());
      before = glyph;
    }
    if (before != null) drawing.append("] TJ\n");
  }

  /** A mark upon a letter, drawn: as text it would be copied out apart from its letter. */
  private static void outline(StringBuilder marks, Glyph glyph, double x, double y, double scale) {
    double[] p = new double[6];
    double fromX = 0;
    double fromY = 0;
    for (PathIterator path = glyph.face().outline(glyph.index()); !path.isDone(); path.next()) {
      int kind = path.currentSegment(p);
      for (int i = 0; i < 6; i += 2) {
        p[i] = x + p[i] * scale;
        p[i + 1] = y - p[i + 1] * scale;
      }
      switch (kind) {
        case PathIterator.SEG_MOVETO -> marks.append(curve(p[0], p[1])).append(" m ");
        case PathIterator.SEG_LINETO -> marks.append(curve(p[0], p[1])).append(" l ");
        case PathIterator.SEG_QUADTO -> marks.append(curve(fromX + (p[0] - fromX) * 2 / 3, fromY + (p[1] - fromY) * 2 / 3,
            p[2] + (p[0] - p[2]) * 2 / 3, p[3] + (p[1] - p[3]) * 2 / 3, p[2], p[3])).append(" c ");
        case PathIterator.SEG_CUBICTO -> marks.append(curve(p)).append(" c ");
        default -> marks.append("h ");
      }
      int last = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
      fromX = p[last];
      fromY = p[last + 1];
    }
    marks.append("f\n");
  }

  private void figure(String instead, String instructions) {
    int mark = paper.tags().mark(page, "Figure", null, instead);
    drawing.append("/Figure <</MCID ").append(mark).append(">> BDC\n").append(instructions).append("\nEMC\n");
  }

  private void painted(String path, @Nullable Ink fill, @Nullable Ink border) {
    if (fill != null) drawn("q %s rg %s f Q", stroke(fill), path);
    if (border != null) drawn("q %s RG %s w %s S Q", stroke(border), mm(0.25), path);
  }

  private void drawn(String instructions, Object... values) {
    drawing.append("/Artifact BMC\n").append(instructions.formatted(values)).append("\nEMC\n");
  }

  private String rounded(Area area, double radius) {
    double l = left(area);
    double r = l + area.width() * POINTS;
    double t = Double.parseDouble(down(area.y()));
    double b = t - area.height() * POINTS;
    double c = radius * POINTS;
    double k = c * (1 - ROUND);
    return "%s %s m %s %s l %s c %s %s l %s c %s %s l %s c %s %s l %s c h".formatted(
        n(l + c), n(b), n(r - c), n(b), curve(r - k, b, r, b + k, r, b + c),
        n(r), n(t - c), curve(r, t - k, r - k, t, r - c, t),
        n(l + c), n(t), curve(l + k, t, l, t - k, l, t - c),
        n(l), n(b + c), curve(l, b + k, l + k, b, l + c, b));
  }

  private static String curve(double... points) {
    StringBuilder curve = new StringBuilder();
    for (double point : points) curve.append(n(point)).append(' ');
    return curve.toString().strip();
  }

  private double left(Area area) {
    double mm = rightToLeft() ? width() - area.x() - area.width() : area.x();
    return mm * POINTS;
  }

  private boolean rightToLeft() {
    return reading.direction().equals("rtl");
  }

  String across(double x) {
    return n((rightToLeft() ? width() - x : x) * POINTS);
  }

  String down(double y) {
    return n(page.getMediaBox().getHeight() - y * POINTS);
  }

  private static String mm(double length) {
    return n(length * POINTS);
  }

  static String stroke(Ink ink) {
    return n(ink.red() / 255.0) + " " + n(ink.green() / 255.0) + " " + n(ink.blue() / 255.0);
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.3f", number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
