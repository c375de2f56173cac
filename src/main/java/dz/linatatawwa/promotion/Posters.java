package dz.linatatawwa.promotion;

import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Typed;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Area;
import dz.linatatawwa.print.Ink;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.print.Sheet;
import dz.linatatawwa.print.Type;
import java.text.Bidi;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posters on A4 and handbills, four on a sheet to be cut, each with the code of the short link and the link beneath it. */
@Component
public class Posters {

  private static final int PRINTED_FOR_A_NETWORK_AN_HOUR = 60;
  private static final Area WHOLE = new Area(0, 0, 210, 297);

  private final Allowances allowances;
  private final Clock clock;

  Posters(Allowances allowances, Clock clock) {
    this.allowances = allowances;
    this.clock = clock;
  }

  /** The two ways of printing. */
  public enum Format {
    /** One on a sheet of A4. */
    POSTER,
    /** Four of A6 on a sheet of A4. */
    HANDBILLS
  }

  /** @param address the short link as a whole, for the code
   *  @param link    the same, as people read it
   *  @return nothing when this network has had too many printed */
  public Optional<byte[]> pdf(Promoted it, Format format, Words words, String address, String link, String network) {
    if (allowances.take("poster", network, PRINTED_FOR_A_NETWORK_AN_HOUR, Duration.ofHours(1)).isPresent()) return Optional.empty();
    Paper paper = Paper.of(words.language(), Typed.line(it.title()), clock.instant().truncatedTo(ChronoUnit.DAYS));
    Sheet sheet = paper.sheet();
    Qr qr = Qr.of(address, Qr.Correction.QUARTILE);
    if (format == Format.POSTER) {
      draw(sheet, WHOLE, 1, it, words, qr, link);
    } else {
      for (Area quarter : List.of(new Area(0, 0, 105, 148.5), new Area(105, 0, 105, 148.5), new Area(0, 148.5, 105, 148.5), new Area(105, 148.5, 105, 148.5))) {
        draw(sheet, quarter, 0.5, it, words, qr, link);
      }
      sheet.dashes(105, 0, 105, 297, 0.2, Ink.QUIET);
      sheet.dashes(0, 148.5, 210, 148.5, 0.2, Ink.QUIET);
    }
    return Optional.of(paper.bytes());
  }

  /** @param scale of all measures: 1 for A4 */
  private static void draw(Sheet sheet, Area area, double scale, Promoted it, Words words, Qr qr, String link) {
    Area frame = area.inside(9 * scale);
    sheet.border(frame, 7 * scale, Ink.CEDAR, Ink.OCHRE);
    Area in = area.inside(26 * scale);
    double y = in.y();
    sheet.text(new Area(in.x(), y, in.width(), 12 * scale), it.label(), Type.of(21 * scale).strong().in(Ink.OCHRE).centered().oneLine());
    y += 16 * scale;
    Type title = Type.of(46 * scale).strong().centered().fitting().leading(1.35).as(Type.Part.H1);
    String clean = Typed.line(it.title());
    double high = it.picture() == null ? 66 : 34;
    sheet.text(new Area(in.x(), y, in.width(), high * scale), clean, titled(clean, words.language(), title));
    y += Math.min(high * scale, sheet.heightOf(in.width(), clean, titled(clean, words.language(), title))) + 6 * scale;
    if (it.picture() != null) {
      sheet.picture(new Area(in.x(), y, in.width(), 46 * scale), it.picture().get(), clean);
      y += 50 * scale;
    }
    facts(sheet, in, y, area.bottom() - 137 * scale, scale, it.facts());
    code(sheet, area, in, scale, words, qr, link);
  }

  /** Each fact over as many lines as it needs, while there is room; what is too long for it is set smaller. */
  private static void facts(Sheet sheet, Area in, double from, double foot, double scale, List<String> facts) {
    Type type = Type.of(21 * scale).centered().leading(1.45).fitting();
    double y = from;
    for (String fact : facts) {
      double room = Math.min(foot - y, Math.min(22 * scale, sheet.heightOf(in.width(), fact, type)));
      if (room < 5 * scale) return;
      sheet.text(new Area(in.x(), y, in.width(), room), fact, type);
      y += room + 3 * scale;
    }
  }

  private static void code(Sheet sheet, Area area, Area in, double scale, Words words, Qr qr, String link) {
    double top = area.bottom() - 131 * scale;
    double side = 80 * scale;
    sheet.text(new Area(in.x(), top, in.width(), 9 * scale), words.text("promotion.poster.scan"), Type.of(17 * scale).strong().in(Ink.CEDAR).centered().oneLine());
    sheet.qr(new Area(in.x() + (in.width() - side) / 2, top + 9 * scale, side, side), qr, words.text("promotion.poster.code", link));
    sheet.text(new Area(in.x(), top + 89 * scale, in.width(), 8 * scale), link, Type.of(18 * scale).strong().centered().oneLine().in(Language.EN));
    sheet.text(new Area(in.x(), top + 98 * scale, in.width(), 7 * scale), words.text("promotion.poster.foot"), Type.of(12 * scale).in(Ink.QUIET).centered().oneLine());
  }

  /** A title leads its paragraph in its own direction. */
  private static Type titled(String title, Language language, Type type) {
    boolean leftwards = !new Bidi(title.isEmpty() ? " " : title, language == Language.AR ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
        .baseIsLeftToRight();
    if (leftwards == (language == Language.AR)) return type;
    return type.in(leftwards ? Language.AR : Language.FR);
  }
}
