package dz.linatatawwa.certificates;

import dz.linatatawwa.certificates.CertificatePapers.Facts;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Area;
import dz.linatatawwa.print.Ink;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.print.Sheet;
import dz.linatatawwa.print.Type;
import java.util.List;
import java.util.Map;

/** The certificate of hours: one lying page. */
final class HourPage {

  private static final double LEFT = 24;
  private static final double WIDTH = 297 - 2 * LEFT;
  private static final double LOWER = 126;
  private static final double ROW = 6.2;
  private static final double GRADES = 96;
  private static final double CODE = 46;
  private static final int SHOWN = 5;

  private HourPage() {}

  static void draw(Sheet sheet, Facts facts) {
    Words words = facts.words();
    sheet.border(new Area(9, 9, 279, 192), 7, Ink.CEDAR, Ink.OCHRE);
    head(sheet, facts);
    statement(sheet, facts);
    grades(sheet, words, facts.certificate().minutes());
    whom(sheet, facts);
    code(sheet, facts);
    Area foot = new Area(LEFT, 185, WIDTH, 5);
    sheet.text(foot, words.text("certificates.paper.signed", words.date(facts.certificate().day()), words.text("site.name")), Type.of(8.5).in(Ink.QUIET).oneLine());
    if (!facts.since().isEmpty()) sheet.text(foot.moved(0, -6), facts.since(), Type.of(9.5).strong().in(Ink.RED).oneLine());
  }

  private static void head(Sheet sheet, Facts facts) {
    Words words = facts.words();
    sheet.text(new Area(LEFT, 22, WIDTH, 7), words.text("certificates.paper.brand"), Type.of(13).strong().in(Ink.CEDAR).centered().oneLine());
    sheet.text(new Area(LEFT, 29, WIDTH, 6), words.text("certificates.paper.platform"), Type.of(10).in(Ink.QUIET).centered().oneLine());
    sheet.text(new Area(LEFT, 38, WIDTH, 14), facts.title(), Type.of(28).strong().in(Ink.CEDAR).as(Type.Part.H1).leading(1.3).centered().oneLine());
  }

  private static void statement(Sheet sheet, Facts facts) {
    Words words = facts.words();
    Certificate certificate = facts.certificate();
    boolean declared = certificate.minutes().counted() == 0;
    String name = String.valueOf(certificate.name());
    Type small = Type.of(12.5).centered().oneLine();
    double y = facts.subject().isEmpty() ? 5 : 0;
    sheet.text(new Area(LEFT, y + 54, WIDTH, 7), words.text("certificates.paper.that"), small);
    sheet.text(new Area(LEFT, y + 61, WIDTH, 15), name, Type.of(27).strong().in(script(name)).leading(1.45).centered().oneLine());
    sheet.text(new Area(LEFT, y + 77, WIDTH, 7), words.text(declared ? "certificates.paper.declared" : "certificates.paper.gave"), small);
    sheet.text(new Area(LEFT, y + 84, WIDTH, 13), words.hoursInWords(declared ? certificate.minutes().all() : certificate.minutes().counted()),
        Type.of(25).strong().in(Ink.OCHRE).leading(1.35).centered().oneLine());
    sheet.text(new Area(LEFT, y + 98, WIDTH, 7), facts.span(), small);
    if (!facts.subject().isEmpty()) {
      sheet.text(new Area(LEFT + 10, 106, WIDTH - 20, 13), words.text("certificates.paper.within", facts.subject()), Type.of(13).strong().leading(1.35).centered().fitting());
    }
  }

  private static void grades(Sheet sheet, Words words, Graded minutes) {
    sheet.within("Table", () -> {
      double y = LOWER;
      sheet.box(new Area(LEFT, y, GRADES, ROW), Ink.TINT, null, 0);
      row(sheet, y, "TH", words.text("hours.receipt.grade"), words.text("certificates.paper.duration"), Type.of(9).strong().oneLine());
      for (Map.Entry<Grade, Long> one : minutes.byGrade().entrySet()) {
        y += ROW;
        String grade = one.getKey().name();
        row(sheet, y, "TD", grade + " · " + words.text("hours.grade." + grade), words.hours(one.getValue()), Type.of(9.5).oneLine());
        sheet.line(LEFT, y + ROW, LEFT + GRADES, y + ROW, 0.15, Ink.LINE);
      }
    });
    double below = LOWER + (minutes.byGrade().size() + 1) * ROW + 1.5;
    sheet.text(new Area(LEFT, below, GRADES, 5), words.text("certificates.paper.counted"), Type.of(8).in(Ink.QUIET).oneLine());
  }

  private static void row(Sheet sheet, double y, String kind, String what, String much, Type type) {
    sheet.within("TR", () -> {
      sheet.within(kind, () -> sheet.text(new Area(LEFT + 1.5, y + 0.8, GRADES - 29, ROW - 1.6), what, type));
      sheet.within(kind, () -> sheet.text(new Area(LEFT + GRADES - 27, y + 0.8, 25.5, ROW - 1.6), much, type.atEnd()));
    });
  }

  /** With which organisations; or, with one, in which opportunities. */
  private static void whom(Sheet sheet, Facts facts) {
    Words words = facts.words();
    boolean one = facts.certificate().scope().organization() != null;
    List<Share> shares = one ? Share.byWork(facts.lines()) : Share.byOrganization(facts.lines(), words);
    double x = LEFT + GRADES + 8;
    double width = WIDTH - GRADES - CODE - 16;
    sheet.text(new Area(x, LOWER + 0.8, width, ROW - 1.6), words.text(one ? "certificates.paper.works" : "certificates.paper.organizations"), Type.of(9).strong().oneLine());
    double y = LOWER + ROW;
    int shown = shares.size() > SHOWN ? SHOWN - 1 : shares.size();
    for (Share share : shares.subList(0, shown)) {
      sheet.text(new Area(x, y + 0.8, width - 24, ROW - 1.6), Facts.own(share.name()), Type.of(9.5).oneLine());
      sheet.text(new Area(x + width - 23, y + 0.8, 23, ROW - 1.6), words.hours(share.minutes()), Type.of(9.5).atEnd().oneLine());
      y += ROW;
    }
    int more = shares.size() - shown;
    if (more > 0) sheet.text(new Area(x, y + 0.8, width, ROW - 1.6), words.text("certificates.paper.others", more), Type.of(9.5).in(Ink.QUIET).oneLine());
  }

  private static void code(Sheet sheet, Facts facts) {
    Words words = facts.words();
    double x = LEFT + WIDTH - CODE;
    Area square = new Area(x, LOWER - 6, CODE, CODE);
    String instead = words.text("certificates.paper.code.alt", facts.certificate().number().shown());
    sheet.link(square, facts.address(), instead, () -> sheet.qr(square, Qr.of(facts.address(), Qr.Correction.MEDIUM), instead));
    Type type = Type.of(9.5).centered().oneLine();
    sheet.text(new Area(x - 6, LOWER + CODE - 6, CODE + 12, 5), words.text("certificates.paper.number", facts.certificate().number().shown()), type.strong());
    sheet.text(new Area(x - 5, LOWER + CODE - 1, CODE + 10, 4), facts.lookup(), Type.of(7).in(Language.FR).in(Ink.QUIET).centered().oneLine());
  }

  /** A name is set in its own script's direction. */
  static Language script(String name) {
    return name.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC) ? Language.AR : Language.FR;
  }
}
