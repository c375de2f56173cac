package dz.linatatawwa.statistics.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.TileMap;
import dz.linatatawwa.print.Lettering;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.statistics.Chart;
import dz.linatatawwa.statistics.Dashboard;
import dz.linatatawwa.statistics.Dashboards;
import dz.linatatawwa.statistics.Definition;
import dz.linatatawwa.statistics.Figure;
import dz.linatatawwa.statistics.FigureWords;
import dz.linatatawwa.statistics.Labels;
import dz.linatatawwa.statistics.PeriodText;
import dz.linatatawwa.statistics.Subject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** A page of numbers as a picture of 1200 by 630: what is shared in messages and shown on screens. Drawn from left to right and mirrored for languages that run the
 *  other way; letters are outlines, so it is the same everywhere. */
@Component
class NumberPicture {

  private static final int WIDE = 1200;
  private static final int HIGH = 630;
  private static final int EDGE = 56;
  private static final int COLUMN = 640;
  private static final int TITLE = 46;
  private static final int SMALL = 21;
  private static final int NAME = 23;
  private static final int NUMBER = 46;
  private static final int BARS = 130;
  private static final int TILE = 38;
  private static final int WOVEN = 24;
  private static final double LEAST_SCALE = 0.55;
  private static final Color PAPER = new Color(0xfbfaf6);
  private static final Color INK = new Color(0x1b2422);
  private static final Color QUIET = new Color(0x4d5a57);
  private static final Color LINE = new Color(0xdcdfd8);
  private static final Color CEDAR = new Color(0x0d5c4d);
  private static final Color OCHRE = new Color(0xa8501a);
  private static final Color HIDDEN = new Color(0xb9b4a6);
  private static final List<Color> SHADES = List.of(new Color(0xecebe4), new Color(0xd9ebe4), new Color(0xa6cfc1), new Color(0x6dae9b), new Color(0x367f6f), CEDAR);
  private static final List<Definition> SHOWN = List.of(Definition.HOURS, Definition.ACTIVE, Definition.MEAN, Definition.NEWCOMERS);

  private final PeriodText periods;
  private final Labels labels;
  private final Dashboards dashboards;

  NumberPicture(PeriodText periods, Labels labels, Dashboards dashboards) {
    this.periods = periods;
    this.labels = labels;
    this.dashboards = dashboards;
  }

  byte[] png(Dashboard dashboard, Page page, boolean all) {
    BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, WIDE, HIGH);
    new Sheet(pen, page.words()).draw(dashboard, page, all);
    pen.dispose();
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("numbers", e);
    }
  }

  /** One picture while it is drawn. Distances are from the edge where reading begins. */
  private final class Sheet {

    private final Graphics2D pen;
    private final Words words;
    private final boolean rightToLeft;

    Sheet(Graphics2D pen, Words words) {
      this.pen = pen;
      this.words = words;
      this.rightToLeft = words.language().direction().equals("rtl");
    }

    void draw(Dashboard dashboard, Page page, boolean all) {
      woven();
      boolean map = dashboard.subject().kind() == Subject.Kind.NATION && !dashboard.places().bars().isEmpty();
      double room = map ? COLUMN : WIDE - 2.0 * EDGE;
      text(dashboard.subject().name().in(words.language()), EDGE, 96, TITLE, true, INK, room);
      List<String> about = new ArrayList<>(List.of(periods.name(dashboard.period(), words)));
      about.addAll(labels.of(dashboard.filter(), words));
      text(String.join(" · ", about), EDGE, 138, NAME, false, QUIET, room);
      if (dashboard.showing() == Dashboard.Showing.SHOWN) {
        figures(dashboard, room);
        months(dashboard.months(), room);
      } else {
        text(words.text(dashboard.showing() == Dashboard.Showing.HIDDEN ? "statistics.hiddenView.title" : "statistics.empty.title"), EDGE, 300, NAME + 6, true, INK, room);
      }
      if (map) map(TileMap.of(dashboards.drawn(dashboard)));
      String mark = all ? words.text("statistics.all.mark") + " · " : "";
      text(mark + words.text("statistics.asOf", words.date(dashboard.asOf()), words.time(dashboard.asOf())) + " · " + words.text("site.name") + " · "
          + page.site().replaceFirst("^https?://", ""), EDGE, HIGH - 30, SMALL, false, all ? OCHRE : QUIET, WIDE - 2.0 * EDGE);
    }

    private void figures(Dashboard dashboard, double room) {
      List<Figure> figures = SHOWN.stream().flatMap(definition -> dashboard.figure(definition).stream()).toList();
      double step = room / 2;
      for (int i = 0; i < figures.size(); i++) {
        double at = EDGE + i % 2 * step;
        int base = 212 + i / 2 * 96;
        text(FigureWords.value(figures.get(i), words), at, base, NUMBER, true, figures.get(i).definition() == Definition.HOURS ? OCHRE : CEDAR, step - 24);
        text(FigureWords.name(figures.get(i).definition(), words), at, base + 32, NAME, false, INK, step - 24);
      }
    }

    private void months(Chart months, double room) {
      if (months.bars().isEmpty()) return;
      int base = HIGH - 92;
      double step = room / months.bars().size();
      long most = Math.max(1, months.most());
      for (int i = 0; i < months.bars().size(); i++) {
        Chart.Bar bar = months.bars().get(i);
        double height = bar.hidden() ? 14 : BARS * Math.max(0, (double) bar.minutes()) / most;
        pen.setColor(bar.hidden() ? HIDDEN : CEDAR);
        pen.fill(box(EDGE + i * step + step * 0.11, base - height, step * 0.78, height, 5));
      }
      pen.setColor(LINE);
      pen.fill(box(EDGE, base, room, 2, 0));
      text(months.bars().getFirst().label(), EDGE, base + 28, SMALL - 3, false, QUIET, room / 2);
      String last = months.bars().getLast().label();
      double width = Lettering.of(last, false, rightToLeft).width() * (SMALL - 3);
      if (months.bars().size() > 1) text(last, EDGE + room - width, base + 28, SMALL - 3, false, QUIET, room / 2);
    }

    /** East stays at the right whatever the language; only where the map stands changes. */
    private void map(TileMap map) {
      double left = rightToLeft ? EDGE - 8 : WIDE - EDGE + 8 - (double) TileMap.COLUMNS * TILE;
      double top = 92;
      for (TileMap.Tile tile : map.tiles()) {
        double x = left + tile.column() * TILE;
        double y = top + tile.row() * (TILE + 2);
        pen.setColor(tile.shade() < 0 ? HIDDEN : SHADES.get(tile.shade()));
        pen.fill(new RoundRectangle2D.Double(x, y, TILE - 3, TILE - 1, 8, 8));
        Lettering code = Lettering.of(tile.code().value(), true, false);
        pen.setColor(tile.shade() >= 4 ? Color.WHITE : INK);
        place(code, x + (TILE - 3 - code.width() * 15) / 2, y + TILE / 2.0 + 5, 15);
      }
    }

    private void woven() {
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

    private Shape box(double at, double y, double width, double height, double round) {
      double x = rightToLeft ? WIDE - at - width : at;
      return round == 0 ? new Rectangle2D.Double(x, y, width, height) : new RoundRectangle2D.Double(x, y, width, height, round, round);
    }

    /** One line; what is too long for its room is set smaller, and cut only at the last. */
    private void text(String text, double at, double base, double size, boolean bold, Color colour, double room) {
      Lettering line = Lettering.of(text, bold, rightToLeft);
      double scale = Math.min(1, room / Math.max(1, line.width() * size));
      String cut = text;
      while (scale < LEAST_SCALE && cut.length() > 8) {
        cut = cut.substring(0, cut.length() - 4).strip();
        line = Lettering.of(cut + "…", bold, rightToLeft);
        scale = Math.min(1, room / Math.max(1, line.width() * size));
      }
      double set = size * scale;
      pen.setColor(colour);
      place(line, rightToLeft ? WIDE - at - line.width() * set : at, base, set);
    }

    private void place(Lettering line, double x, double base, double size) {
      AffineTransform to = AffineTransform.getTranslateInstance(x, base);
      to.scale(size, size);
      pen.fill(to.createTransformedShape(line.outline()));
    }
  }
}
