package dz.linatatawwa.certificates;

import dz.linatatawwa.certificates.CertificatePapers.Facts;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Qr;
import dz.linatatawwa.print.Table;
import java.util.List;
import java.util.Map;

/** The volunteer's book: totals by grade, organisation and year, then every line. */
final class BookPages {

  private static final double CODE = 46;

  private BookPages() {}

  static byte[] pdf(Facts facts) {
    Words words = facts.words();
    Certificate book = facts.certificate();
    Flow flow = Paper.of(words.language(), facts.title(), book.issuedAt()).flow()
        .running(facts.title() + " · " + Facts.own(book.name()) + " · " + words.text("certificates.paper.number", book.number().shown()));
    head(flow, facts);
    if (facts.lines().isEmpty()) return ended(flow.paragraph(words.text("certificates.book.empty")), facts);
    grades(flow, words, book.minutes());
    shares(flow, words, "certificates.paper.organizations", "certificates.book.with", Share.byOrganization(facts.lines(), words));
    shares(flow, words, "certificates.book.years", "certificates.book.year", Share.byYear(facts.lines()));
    lines(flow, facts);
    return ended(flow, facts);
  }

  private static void head(Flow flow, Facts facts) {
    Words words = facts.words();
    Certificate book = facts.certificate();
    flow.title(facts.title()).fact(words.text("certificates.book.person"), Facts.own(book.name()));
    if (!facts.subject().isEmpty()) flow.fact(words.text("certificates.book.subject"), facts.subject());
    if (!facts.span().isEmpty()) flow.fact(words.text("certificates.book.period"), facts.span());
    flow.fact(words.text("certificates.book.total"), words.hoursInWords(book.minutes().counted()));
    if (!facts.since().isEmpty()) flow.fact(words.text("certificates.book.since"), facts.since());
    sealed(flow, facts);
  }

  /** The code, with what to do with it beside it. */
  static void sealed(Flow flow, Facts facts) {
    Words words = facts.words();
    String number = facts.certificate().number().shown();
    flow.space(3).code(Qr.of(facts.address(), Qr.Correction.MEDIUM), CODE, words.text("certificates.paper.code.alt", number),
        words.text("certificates.paper.number", number) + "\n"
            + words.text("certificates.paper.signed", words.date(facts.certificate().day()), words.text("site.name")) + "\n"
            + words.text("certificates.paper.check") + "\n" + facts.lookup(), facts.address());
  }

  static void grades(Flow flow, Words words, Graded minutes) {
    Table grades = new Table().column(words.text("hours.receipt.grade"), 4).numbers(words.text("certificates.paper.duration"), 1);
    for (Map.Entry<Grade, Long> one : minutes.byGrade().entrySet()) {
      grades.row(one.getKey() + " · " + words.text("hours.grade." + one.getKey()), words.hours(one.getValue()));
    }
    flow.heading(words.text("certificates.book.grades")).table(grades).note(words.text("certificates.paper.counted"));
  }

  private static void shares(Flow flow, Words words, String heading, String column, List<Share> shares) {
    Table table = new Table().column(words.text(column), 4).numbers(words.text("certificates.paper.duration"), 1);
    shares.forEach(share -> table.row(Facts.own(share.name()), words.hours(share.minutes())));
    flow.heading(words.text(heading)).table(table);
  }

  private static void lines(Flow flow, Facts facts) {
    Words words = facts.words();
    Table table = new Table().column(words.text("certificates.book.day"), 1.5).column(words.text("certificates.book.what"), 3)
        .column(words.text("certificates.book.with"), 2.5).column(words.text("certificates.book.grade"), 0.7).numbers(words.text("certificates.paper.duration"), 1.2);
    for (Line line : facts.lines()) {
      var organization = line.organization();
      table.row(words.date(line.day()), Facts.own(line.what()), Facts.own(organization == null ? null : organization.in(words.language())), line.grade().name(),
          words.hours(line.minutes()) + (line.gone() ? " ×" : ""));
    }
    flow.heading(words.text("certificates.book.lines", facts.lines().size())).table(table);
    if (facts.lines().stream().anyMatch(Line::gone)) flow.note(words.text("certificates.book.gone"));
  }

  static byte[] ended(Flow flow, Facts facts) {
    Words words = facts.words();
    return flow.bytes(words.text("certificates.paper.brand") + " · " + facts.lookup(), (page, of) -> words.text("certificates.paper.page", page, of));
  }
}
