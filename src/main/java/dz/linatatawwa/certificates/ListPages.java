package dz.linatatawwa.certificates;

import dz.linatatawwa.certificates.CertificatePapers.Facts;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.print.Flow;
import dz.linatatawwa.print.Paper;
import dz.linatatawwa.print.Table;
import java.util.List;

/** A sealed list: several people and their hours, for an institution. */
final class ListPages {

  private ListPages() {}

  static byte[] pdf(Facts facts, List<Listed> people) {
    Words words = facts.words();
    Certificate list = facts.certificate();
    Flow flow = Paper.of(words.language(), facts.title(), list.issuedAt()).flow()
        .running(facts.title() + " · " + facts.subject() + " · " + words.text("certificates.paper.number", list.number().shown()))
        .title(facts.title()).fact(words.text("certificates.list.subject"), facts.subject());
    if (!facts.span().isEmpty()) flow.fact(words.text("certificates.book.period"), facts.span());
    flow.fact(words.text("certificates.list.people"), words.number(list.people()))
        .fact(words.text("certificates.book.total"), words.hoursInWords(list.minutes().counted()));
    if (!facts.since().isEmpty()) flow.fact(words.text("certificates.book.since"), facts.since());
    BookPages.sealed(flow, facts);
    BookPages.grades(flow, words, list.minutes());
    rows(flow, words, list, people);
    return BookPages.ended(flow, facts);
  }

  /** A column for each grade that somebody has. */
  private static void rows(Flow flow, Words words, Certificate list, List<Listed> people) {
    List<Grade> grades = List.copyOf(list.minutes().byGrade().keySet());
    Table table = new Table().column(words.text("certificates.list.place"), 0.6).column(words.text("certificates.list.name"), 4);
    grades.forEach(grade -> table.numbers(grade.name(), 1.3));
    table.numbers(words.text("certificates.list.sum"), 1.5);
    for (Listed one : people) {
      String[] cells = new String[grades.size() + 3];
      cells[0] = words.number(one.place());
      cells[1] = Facts.own(one.name());
      for (int i = 0; i < grades.size(); i++) cells[i + 2] = one.minutes().of(grades.get(i)) == 0 ? "–" : words.hours(one.minutes().of(grades.get(i)));
      cells[cells.length - 1] = words.hours(one.minutes().all());
      table.row(cells);
    }
    flow.heading(words.text("certificates.list.rows", people.size())).table(table);
  }
}
