package dz.linatatawwa.codes;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.participation.Applicants;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.print.Area;
import dz.linatatawwa.print.Ink;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.print.Sheet;
import dz.linatatawwa.print.Type;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cards with a name and a code, the size of a bank card, in Arabic and French: one's own, or eight on a sheet for a shift. */
@Component
public class CodeCards {

  private static final double WIDTH = 85.6;
  private static final double HEIGHT = 54;
  private static final int COLUMNS = 2;
  private static final int ROWS = 4;
  private static final double LEFT = (210 - COLUMNS * WIDTH) / 2;
  private static final double TOP = (297 - ROWS * HEIGHT) / 2;
  private static final double CUT = 5;
  private static final double EDGE = 5;
  private static final double CODE = 37;

  private final PersonalCodes codes;
  private final Dictionary dictionary;
  private final Clock clock;

  CodeCards(PersonalCodes codes, Dictionary dictionary, Clock clock) {
    this.codes = codes;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** A person's own card on a sheet, and what to know about it. */
  public byte[] own(Applicants.Seated person, Language language) {
    Words words = dictionary.in(language);
    Paper paper = Paper.of(language, words.text("codes.card.title"), clock.instant());
    Sheet sheet = paper.sheet();
    sheet.text(new Area(LEFT, 20, 210 - 2 * LEFT, 12), words.text("codes.card.title"), Type.of(20).strong().in(Ink.CEDAR).as(Type.Part.H1).oneLine());
    sheet.text(new Area(LEFT, 33, 210 - 2 * LEFT, 30), words.text("codes.card.lead"), Type.of(11));
    draw(sheet, language, new Area(LEFT, 62, WIDTH, HEIGHT), person);
    cutMarks(sheet, 62, 1, 1);
    return paper.bytes();
  }

  /** Cards of everybody who has a seat, eight on a sheet, with marks for cutting. */
  public byte[] ofShift(List<Applicants.Seated> people, ShiftFacts facts, Language language) {
    Words words = dictionary.in(language);
    Paper paper = Paper.of(language, words.text("codes.cards.title", facts.title()), clock.instant());
    for (int from = 0; from < people.size(); from += COLUMNS * ROWS) {
      Sheet sheet = paper.sheet();
      head(sheet, words, facts);
      List<Applicants.Seated> some = people.subList(from, Math.min(people.size(), from + COLUMNS * ROWS));
      for (int i = 0; i < some.size(); i++) {
        draw(sheet, language, new Area(LEFT + i % COLUMNS * WIDTH, TOP + i / COLUMNS * HEIGHT, WIDTH, HEIGHT), some.get(i));
      }
      cutMarks(sheet, TOP, COLUMNS, (some.size() + 1) / COLUMNS);
    }
    return paper.bytes();
  }

  private static void head(Sheet sheet, Words words, ShiftFacts facts) {
    Area line = new Area(LEFT, 14, COLUMNS * WIDTH, 8);
    sheet.text(line, facts.title(), Type.of(13).strong().as(Type.Part.H1).oneLine());
    sheet.text(line.moved(0, 8), words.longDate(facts.startsAt()) + " · " + words.times(facts.startsAt(), facts.endsAt()), Type.of(10).in(Ink.QUIET).oneLine());
    sheet.aside(line.moved(0, 264), words.text("codes.cards.cut"), Type.of(8).in(Ink.QUIET).oneLine());
  }

  private void draw(Sheet sheet, Language reading, Area card, Applicants.Seated person) {
    Words arabic = dictionary.in(Language.AR);
    Words french = dictionary.in(Language.FR);
    double width = card.width() - CODE - 2 * EDGE - 5;
    Area line = new Area(card.x() + EDGE, card.y(), width, 5.5);
    Type body = Type.of(9.5).oneLine();
    Type small = Type.of(6).in(Ink.QUIET).oneLine();
    sheet.within("Sect", () -> {
      sheet.woven(card.x() + EDGE, card.y() + 4, card.width() - 2 * EDGE, Ink.OCHRE);
      sheet.text(line.moved(0, 8.5), arabic.text("site.name") + " · " + french.text("site.name"), beside(reading, Language.AR, Type.of(9).strong().in(Ink.CEDAR).oneLine()));
      sheet.text(new Area(line.x(), card.y() + 16, width, 17), person.name(), beside(reading, script(person.name()), Type.of(15).strong().leading(1.4).fitting()));
      sheet.text(line.moved(0, 34), arabic.text("codes.card.kind"), beside(reading, Language.AR, body));
      sheet.text(line.moved(0, 38.5), french.text("codes.card.kind"), beside(reading, Language.FR, body.in(Ink.QUIET)));
      sheet.text(line.moved(0, 43.8), arabic.text("codes.card.lost"), beside(reading, Language.AR, small));
      sheet.text(line.moved(0, 46.8), french.text("codes.card.lost"), beside(reading, Language.FR, small));
      sheet.qr(new Area(card.x() + card.width() - CODE - EDGE + 2, card.y() + 9.5, CODE, CODE), Qr.of(codes.card(person.id()), Qr.Correction.MEDIUM),
          arabic.text("codes.card.alt"));
    });
  }

  /** Words of either language keep to the side where reading begins on this sheet. */
  private static Type beside(Language reading, Language words, Type type) {
    return words.direction().equals(reading.direction()) ? type.in(words) : type.in(words).atEnd();
  }

  /** A name is set in its own script's direction. */
  private static Language script(String name) {
    boolean arabic = name.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    return arabic ? Language.AR : Language.FR;
  }

  /** Short lines outside the cards where the knife goes, and faint ones between them. */
  private static void cutMarks(Sheet sheet, double top, int columns, int rows) {
    double right = LEFT + columns * WIDTH;
    double bottom = top + rows * HEIGHT;
    for (int i = 0; i <= columns; i++) {
      double x = LEFT + i * WIDTH;
      sheet.line(x, top - CUT - 1, x, top - 1, 0.2, Ink.BLACK);
      sheet.line(x, bottom + 1, x, bottom + CUT + 1, 0.2, Ink.BLACK);
      if (i > 0 && i < columns) sheet.dashes(x, top, x, bottom, 0.1, Ink.LINE);
    }
    for (int i = 0; i <= rows; i++) {
      double y = top + i * HEIGHT;
      sheet.line(LEFT - CUT - 1, y, LEFT - 1, y, 0.2, Ink.BLACK);
      sheet.line(right + 1, y, right + CUT + 1, y, 0.2, Ink.BLACK);
      if (i > 0 && i < rows) sheet.dashes(LEFT, y, right, y, 0.1, Ink.LINE);
    }
  }
}
