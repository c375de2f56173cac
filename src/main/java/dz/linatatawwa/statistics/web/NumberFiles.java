package dz.linatatawwa.statistics.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.SafeCsv;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.statistics.Dashboard;
import dz.linatatawwa.statistics.Definition;
import dz.linatatawwa.statistics.FigureWords;
import dz.linatatawwa.statistics.Labels;
import dz.linatatawwa.statistics.LongTable;
import dz.linatatawwa.statistics.PeriodText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A page of numbers as CSV, as a workbook, and as a picture: the same numbers, and {@code c} where one is not shown. */
@Component
class NumberFiles {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final int NAME_WIDTH = 34;
  private static final int TEXT_WIDTH = 90;

  private final PeriodText periods;
  private final Labels labels;
  private final NumberPicture picture;

  NumberFiles(PeriodText periods, Labels labels, NumberPicture picture) {
    this.periods = periods;
    this.labels = labels;
    this.picture = picture;
  }

  /** @param all whether it is not for publication */
  ResponseEntity<byte[]> file(Dashboard dashboard, String ending, Page page, boolean all) {
    byte[] bytes = switch (ending) {
      case "csv" -> csv(dashboard, page.words());
      case "xlsx" -> workbook(dashboard, page, all);
      case "png" -> picture.png(dashboard, page, all);
      default -> throw new NotFound("numbers as " + ending);
    };
    MediaType type = ending.equals("csv") ? CSV : ending.equals("xlsx") ? XLSX : MediaType.IMAGE_PNG;
    String name = "linatatawwa-" + dashboard.subject().kind().name().toLowerCase(Locale.ROOT) + "-" + dashboard.subject().code() + "-" + periods.code(dashboard.period()) + "." + ending;
    ContentDisposition shown = ending.equals("png") ? ContentDisposition.inline().filename(name).build() : ContentDisposition.attachment().filename(name).build();
    return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, shown.toString()).contentType(type).cacheControl(all ? CacheControl.noStore() : CacheControl.noCache())
        .body(bytes);
  }

  private byte[] csv(Dashboard dashboard, Words words) {
    StringWriter out = new StringWriter();
    out.write(SafeCsv.MARK);
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(LongTable.COLUMNS);
      for (LongTable.Line line : LongTable.of(dashboard)) csv.writeRecord(cells(dashboard, line, words).stream().map(NumberFiles::harmless).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> cells(Dashboard dashboard, LongTable.Line line, Words words) {
    return List.of(dashboard.subject().code(), dashboard.subject().name().in(words.language()), dashboard.period().from().toString(), dashboard.period().to().toString(),
        String.join("; ", labels.of(dashboard.filter(), words)), line.indicator(), line.classif(), line.key(), line.label(), line.unit(),
        line.value() == null ? LongTable.HIDDEN : line.value().toPlainString(), line.status(), dashboard.asOf().toString());
  }

  /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
  private static String harmless(String cell) {
    return SafeCsv.cell(cell).startsWith("'") || SafeCsv.cell(cell).startsWith("\"'") ? "'" + cell : cell;
  }

  private byte[] workbook(Dashboard dashboard, Page page, boolean all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Words words = page.words();
    boolean rightToLeft = words.language() == Language.AR || words.language() == Language.KAB;
    try (Workbook book = new Workbook(out, "Linatatawwa", "1.0")) {
      numbers(book.newWorksheet(words.text("statistics.file.numbers")), dashboard, words, rightToLeft);
      explained(book.newWorksheet(words.text("statistics.file.explained")), dashboard, page, all, rightToLeft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void numbers(Worksheet sheet, Dashboard dashboard, Words words, boolean rightToLeft) throws IOException {
    if (rightToLeft) sheet.rightToLeft();
    sheet.freezePane(0, 1);
    List<String> heads = List.of("indicator", "classif", "key", "label", "unit", "value");
    for (int c = 0; c < heads.size(); c++) {
      sheet.value(0, c, words.text("statistics.file." + heads.get(c)));
      sheet.style(0, c).bold().set();
    }
    sheet.width(0, NAME_WIDTH);
    sheet.width(3, NAME_WIDTH);
    int row = 1;
    for (LongTable.Line line : LongTable.of(dashboard)) {
      sheet.value(row, 0, Definition.of(line.indicator()).map(definition -> FigureWords.name(definition, words)).orElse(line.indicator()));
      sheet.value(row, 1, line.classif());
      sheet.value(row, 2, line.key());
      sheet.value(row, 3, line.label());
      sheet.value(row, 4, line.unit());
      if (line.value() == null) sheet.value(row, 5, LongTable.HIDDEN);
      else sheet.value(row, 5, line.value());
      row++;
    }
    sheet.finish();
  }

  private void explained(Worksheet sheet, Dashboard dashboard, Page page, boolean all, boolean rightToLeft) throws IOException {
    Words words = page.words();
    if (rightToLeft) sheet.rightToLeft();
    sheet.width(0, NAME_WIDTH);
    sheet.width(1, TEXT_WIDTH);
    int row = 0;
    row = told(sheet, row, words.text("statistics.file.of"), dashboard.subject().name().in(words.language()) + " · " + dashboard.subject().code());
    row = told(sheet, row, words.text("statistics.form.period"), periods.name(dashboard.period(), words) + " · " + periods.dates(dashboard.period(), words));
    row = told(sheet, row, words.text("statistics.form.filters"), String.join(" · ", labels.of(dashboard.filter(), words)));
    row = told(sheet, row, words.text("statistics.file.asOf"), words.date(dashboard.asOf()) + " · " + words.time(dashboard.asOf()));
    row = told(sheet, row, words.text("statistics.file.address"), page.absolute(page.path().replaceFirst("\\.xlsx$", "")) + (page.query().isEmpty() ? "" : "?" + page.query()));
    row = told(sheet, row, words.text("statistics.file.hidden"), words.text("statistics.hidden.note", LongTable.HIDDEN));
    if (all) row = told(sheet, row, words.text("statistics.all.mark"), words.text("statistics.all.note"));
    for (Definition definition : Definition.values()) {
      row = told(sheet, row, FigureWords.name(definition, words), words.text("statistics.definition." + definition.code() + ".counts"));
    }
    sheet.finish();
  }

  private static int told(Worksheet sheet, int row, String name, String text) {
    sheet.value(row, 0, name);
    sheet.style(row, 0).bold().set();
    sheet.value(row, 1, text);
    sheet.style(row, 1).wrapText(true).set();
    return row + 1;
  }
}
