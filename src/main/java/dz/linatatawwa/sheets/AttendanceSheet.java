package dz.linatatawwa.sheets;

import dz.linatatawwa.codes.PersonalCodes;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet of a shift: a row for each person who has a seat, empty rows for who comes besides, a circle for "on time" and room for
 *  another time, and a code that tells which page of which shift it is. */
@Component
class AttendanceSheet {

  private static final double EDGE = 10;
  private static final double WIDTH = 210 - 2 * EDGE;
  private static final double FIRST = 62;
  private static final double HEADING = 9;
  private static final double ROW = 11;
  private static final int ROWS = 18;
  private static final int EMPTY = 8;
  /** Number, name, six digits, coming, going, signature; millimetres. */
  private static final double[] COLUMNS = {9, 62, 20, 36, 36, 27};

  private final PersonalCodes codes;
  private final Dictionary dictionary;
  private final Clock clock;

  AttendanceSheet(PersonalCodes codes, Dictionary dictionary, Clock clock) {
    this.codes = codes;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** @param person null: an empty row */
  private record Row(int number, Applicants.@Nullable Seated person) {}

  byte[] of(ShiftFacts facts, List<Applicants.Seated> people, Language language) {
    Words words = dictionary.in(language);
    Paper paper = Paper.of(language, words.text("sheets.title", facts.title()), clock.instant());
    List<Row> rows = rows(people);
    int pages = (rows.size() + ROWS - 1) / ROWS;
    for (int page = 0; page < pages; page++) {
      Sheet sheet = paper.sheet();
      head(sheet, words, facts, page + 1, pages);
      List<Row> some = rows.subList(page * ROWS, Math.min(rows.size(), (page + 1) * ROWS));
      sheet.within("Table", () -> table(sheet, words, facts, some));
      foot(sheet, words);
    }
    return paper.bytes();
  }

  /** What the code of a page says: which page of which shift, to match pictures of it. */
  static String pageCode(ShiftFacts facts, int page) {
    return "LT5:" + facts.shiftId() + "." + page;
  }

  /** Everybody, and as many empty rows as fill the last page, eight at least. */
  private static List<Row> rows(List<Applicants.Seated> people) {
    List<Row> rows = new ArrayList<>();
    for (Applicants.Seated person : people) rows.add(new Row(rows.size() + 1, person));
    int last = (people.size() + EMPTY + ROWS - 1) / ROWS * ROWS;
    while (rows.size() < last) rows.add(new Row(rows.size() + 1, null));
    return rows;
  }

  private static void head(Sheet sheet, Words words, ShiftFacts facts, int page, int pages) {
    double side = WIDTH - 34;
    sheet.woven(EDGE, 9, side, Ink.OCHRE);
    sheet.text(new Area(EDGE, 13, side, 10), facts.title(), Type.of(17).strong().in(Ink.CEDAR).as(Type.Part.H1).oneLine());
    sheet.text(new Area(EDGE, 23, side, 7), words.longDate(facts.startsAt()) + " · " + words.times(facts.startsAt(), facts.endsAt()), Type.of(11).oneLine());
    sheet.text(new Area(EDGE, 30, side, 6), facts.organization(words) + (facts.address().isBlank() ? "" : " · " + facts.address()), Type.of(10).in(Ink.QUIET).oneLine());
    sheet.text(new Area(EDGE, 39, side, 20), words.text("sheets.how"), Type.of(9.5).fitting());
    sheet.qr(new Area(EDGE + WIDTH - 30, 9, 30, 30), Qr.of(pageCode(facts, page), Qr.Correction.HIGH), words.text("sheets.pageCode"));
    sheet.text(new Area(EDGE + WIDTH - 30, 39, 30, 6), words.text("sheets.page", page, pages), Type.of(9).centered().oneLine());
  }

  private void table(Sheet sheet, Words words, ShiftFacts facts, List<Row> rows) {
    String[] names = {words.text("sheets.number"), words.text("sheets.name"), words.text("sheets.digits"), words.text("sheets.in"), words.text("sheets.out"),
        words.text("sheets.signature")};
    sheet.box(new Area(EDGE, FIRST - HEADING, WIDTH, HEADING), Ink.TINT, Ink.QUIET, 0);
    sheet.within("TR", () -> {
      for (int i = 0; i < names.length; i++) {
        Area cell = cell(i, FIRST - HEADING, HEADING);
        String name = names[i];
        sheet.within("TH", () -> sheet.text(new Area(cell.x() + 1, cell.y() + 1.5, cell.width() - 2, 6), name, Type.of(9).strong().oneLine()));
      }
    });
    for (int i = 0; i < rows.size(); i++) row(sheet, words, facts, rows.get(i), FIRST + i * ROW);
    double bottom = FIRST + rows.size() * ROW;
    for (int i = 0; i <= COLUMNS.length; i++) sheet.line(column(i), FIRST - HEADING, column(i), bottom, 0.2, Ink.QUIET);
  }

  private void row(Sheet sheet, Words words, ShiftFacts facts, Row row, double y) {
    Applicants.Seated person = row.person();
    sheet.within("TR", () -> {
      sheet.within("TD", () -> sheet.text(inside(0, y), words.number(row.number()), Type.of(9).in(Ink.QUIET).centered().oneLine()));
      sheet.within("TD", () -> sheet.text(inside(1, y), person == null ? "" : person.name(), Type.of(11).strong().oneLine()));
      sheet.within("TD", () -> sheet.text(inside(2, y), person == null ? "" : codes.sixDigits(facts.id(), person.id()), Type.of(11).centered().oneLine()));
      sheet.within("TD", () -> time(sheet, inside(3, y), words.time(facts.startsAt())));
      sheet.within("TD", () -> time(sheet, inside(4, y), words.time(facts.endsAt())));
      sheet.within("TD", () -> sheet.text(inside(5, y), "", Type.of(9)));
    });
    sheet.line(EDGE, y + ROW, EDGE + WIDTH, y + ROW, 0.2, Ink.QUIET);
  }

  /** A circle for the time of the plan, then room to write another. */
  private static void time(Sheet sheet, Area cell, String planned) {
    double middle = cell.y() + cell.height() / 2;
    sheet.circle(cell.x() + 2.6, middle, 2.2, null, Ink.BLACK);
    sheet.text(new Area(cell.x() + 6, middle - 2.4, 11, 4.8), planned, Type.of(9).oneLine());
    sheet.dashes(cell.x() + 18, middle + 2.4, cell.x() + cell.width(), middle + 2.4, 0.2, Ink.QUIET);
  }

  private static void foot(Sheet sheet, Words words) {
    double y = FIRST + ROWS * ROW + 6;
    sheet.text(new Area(EDGE, y, WIDTH, 6), words.text("sheets.leader"), Type.of(10).oneLine());
    sheet.dashes(EDGE + 58, y + 5, EDGE + 130, y + 5, 0.2, Ink.QUIET);
    sheet.aside(new Area(EDGE, 287, WIDTH, 5), words.text("sheets.afterwards"), Type.of(8).in(Ink.QUIET).oneLine());
  }

  private static Area inside(int column, double y) {
    return new Area(column(column) + 1.2, y + 2.2, COLUMNS[column] - 2.4, ROW - 4.4);
  }

  private static Area cell(int column, double y, double height) {
    return new Area(column(column), y, COLUMNS[column], height);
  }

  private static double column(int column) {
    double x = EDGE;
    for (int i = 0; i < column; i++) x += COLUMNS[i];
    return x;
  }
}
