package dz.linatatawwa.means;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Area;
import dz.linatatawwa.print.Ink;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.print.Sheet;
import dz.linatatawwa.print.Type;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Labels to stick on things that are lent: 24 on a sheet of A4, as they are sold (three beside each other, eight below: 70 by 37 millimetres). */
@Component
public class ThingLabels {

  /** Labels on one sheet. */
  public static final int ON_SHEET = 24;

  private static final int COLUMNS = 3;
  private static final double WIDTH = 70;
  private static final double HEIGHT = 297 / 8.0;
  private static final double EDGE = 5;
  private static final double CODE = 27;

  private final Dictionary dictionary;
  private final Clock clock;

  ThingLabels(Dictionary dictionary, Clock clock) {
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** @param things one label each
   *  @param used   how many labels of the first sheet are gone, 0 to 23
   *  @param site   the platform's address, without a slash at its end: what the code leads to */
  public byte[] sheets(List<Thing> things, int used, String site, Language language) {
    Words words = dictionary.in(language);
    Paper paper = Paper.of(language, words.text("means.labels.title"), clock.instant());
    Sheet sheet = null;
    for (int i = 0; i < things.size(); i++) {
      int place = (i + used) % ON_SHEET;
      if (sheet == null || place == 0) sheet = paper.sheet();
      draw(sheet, words, new Area(place % COLUMNS * WIDTH, place / COLUMNS * HEIGHT, WIDTH, HEIGHT), things.get(i), site);
    }
    return paper.bytes();
  }

  private static void draw(Sheet sheet, Words words, Area label, Thing thing, String site) {
    double width = label.width() - CODE - 2 * EDGE - 1;
    Area line = new Area(label.x() + EDGE, label.y() + 5, width, 5);
    String owner = thing.organizationName().in(words.language());
    sheet.within("Sect", () -> {
      sheet.text(new Area(line.x(), line.y(), width, 12), thing.label(), beside(words.language(), script(thing.label()), Type.of(10.5).strong().leading(1.25).fitting()));
      sheet.text(line.moved(0, 13.5), owner, beside(words.language(), script(owner), Type.of(7).in(Ink.QUIET).oneLine()));
      sheet.text(line.moved(0, 18.5), thing.code().shown(), beside(words.language(), Language.FR, Type.of(10).strong().oneLine()));
      sheet.text(line.moved(0, 23.5), words.text("site.name"), Type.of(6.5).in(Ink.CEDAR).oneLine());
      sheet.qr(new Area(label.x() + label.width() - CODE - EDGE + 1, label.y() + (HEIGHT - CODE) / 2, CODE, CODE), Qr.of(site + thing.code().address(), Qr.Correction.MEDIUM),
          thing.code().text());
    });
  }

  /** Words of either language keep to the side where reading begins on this sheet. */
  private static Type beside(Language reading, Language language, Type type) {
    return language.direction().equals(reading.direction()) ? type.in(language) : type.in(language).atEnd();
  }

  /** A name is set in its own script's direction. */
  private static Language script(String name) {
    boolean arabic = name.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    return arabic ? Language.AR : Language.FR;
  }
}
