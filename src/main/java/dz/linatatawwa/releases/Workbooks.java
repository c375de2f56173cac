package dz.linatatawwa.releases;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Tables as XLSX: a sheet that explains, and a sheet for each table with codes and their Arabic, French or English names. */
@Component
class Workbooks {

  private static final String CORE = "docProps/core.xml";

  private final CodeNames names;

  Workbooks(CodeNames names) {
    this.names = names;
  }

  /** The same bytes whenever it is made of the same tables. */
  byte[] of(Edition edition, List<ReleaseTable> tables, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Linatatawwa", "1.0")) {
      explain(book.newWorksheet(names.words(language).text("releases.sheet.about")), edition, tables, language);
      for (ReleaseTable table : tables) write(book.newWorksheet(table.code()), table, language);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Archive.rewritten(bytes.toByteArray(), (name, content) -> name.equals(CORE) ? undated(content) : content);
  }

  private void explain(Worksheet sheet, Edition edition, List<ReleaseTable> tables, Language language) {
    Words words = names.words(language);
    shape(sheet, language);
    int row = 0;
    for (String line : List.of(words.text("releases.title.of", edition.term().name(), edition.number()), words.text("releases.coverage"),
        words.text("releases.hidden.why"), words.text("releases.status.lead"), words.text("releases.ledger.at", words.number(edition.ledgerSize())))) {
      sheet.value(row++, 0, line);
    }
    for (ReleaseTable table : tables) {
      sheet.value(++row, 0, table.code());
      sheet.value(row, 1, words.text("releases.table." + table.code()));
      sheet.value(row, 2, words.text("releases.about." + table.code()));
    }
    sheet.range(0, 0, 0, 0).style().bold().set();
    sheet.width(1, 40);
    sheet.width(2, 100);
  }

  private void write(Worksheet sheet, ReleaseTable table, Language language) {
    Words words = names.words(language);
    shape(sheet, language);
    List<String> heads = List.of("indicator", "sex", "classif1", "classif2", "time", "obs_value", "obs_status", "note");
    for (int i = 0; i < heads.size(); i++) sheet.value(0, i, words.text("releases.column." + heads.get(i)));
    sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
    int line = 1;
    for (Observation row : table.rows()) {
      List<String> cells = List.of(words.text("releases.indicator." + row.indicator()), names.name(row.sex(), language), names.name(row.classif1(), language),
          names.name(row.classif2(), language), row.time());
      for (int i = 0; i < cells.size(); i++) sheet.value(line, i, cells.get(i));
      BigDecimal value = row.value();
      if (value != null) sheet.value(line, 5, value);
      else sheet.value(line, 5, Status.HIDDEN.code());
      sheet.value(line, 6, row.status().code().isEmpty() ? "" : words.text("releases.status." + row.status().code()));
      sheet.value(line++, 7, names.name(row.note(), language));
    }
    for (int i = 0; i < 3; i++) sheet.width(i, 32);
    if (!table.empty().isEmpty()) sheet.value(1, 0, words.text("releases.empty." + table.empty()));
  }

  private static void shape(Worksheet sheet, Language language) {
    if (language.direction().equals("rtl")) sheet.rightToLeft();
  }

  /** When a workbook was made, is no part of what it says. */
  private static byte[] undated(byte[] core) {
    return new String(core, StandardCharsets.UTF_8).replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$11980-01-01T00:00:00Z").getBytes(StandardCharsets.UTF_8);
  }
}
