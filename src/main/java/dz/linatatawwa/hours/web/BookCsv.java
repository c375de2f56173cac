package dz.linatatawwa.hours.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.BookLine;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The book as a table for spreadsheets: UTF-8 with its mark, plain numbers and dates, and no cell that a spreadsheet would take for a formula. */
final class BookCsv {

  private static final List<String> COLUMNS = List.of("line", "reverses", "day", "from", "to", "minutes", "grade", "state", "organization", "opportunity",
      "by", "second", "at", "reason");

  private BookCsv() {}

  static String write(List<BookLine> lines, Map<AccountId, String> names, Words words) {
    StringWriter out = new StringWriter();
    out.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(COLUMNS.stream().map(column -> words.text("hours.csv." + column)).toList());
      lines.forEach(line -> csv.writeRecord(cells(line, names, words).stream().map(BookCsv::harmless).toList()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> cells(BookLine line, Map<AccountId, String> names, Words words) {
    LocalName organization = line.organization();
    String code = line.reasonCode();
    String why = code == null ? "" : words.text("hours.refusal." + code) + " ";
    return List.of(number(line.entry()), number(line.reverses()), line.day().toString(), local(line.from()), local(line.to()),
        Integer.toString(line.minutes()), line.grade().name(), words.text("hours.line." + line.kind().code()),
        organization == null ? "" : organization.in(words.language()), text(line.opportunity()), name(line.by(), names), name(line.seconded(), names),
        local(line.at()), (why + text(line.reason())).strip());
  }

  /** A cell that begins like a formula gets an apostrophe before it; whole numbers stay numbers. */
  static String harmless(String cell) {
    if (cell.isEmpty() || cell.matches("-?\\d+")) return cell;
    return "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String local(Instant at) {
    return at.atZone(Words.ZONE).toLocalDateTime().withNano(0).toString();
  }

  private static String number(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String name(@Nullable AccountId person, Map<AccountId, String> names) {
    return person == null ? "" : names.getOrDefault(person, "—");
  }
}
