package dz.linatatawwa.worth.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dz.linatatawwa.worth.LoadKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Empty tables to fill: the columns alone, for an example that looks like a figure would be taken for one. */
final class LoadTemplates {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private LoadTemplates() {}

  /** With a mark at its beginning, so that spreadsheets read it as UTF-8. */
  static byte[] csv(LoadKind kind) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(kind.columns());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] xlsx(LoadKind kind) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Linatatawwa", "1.0")) {
      Worksheet sheet = book.newWorksheet(kind.code());
      List<String> columns = kind.columns();
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, columns.get(i));
        sheet.width(i, 18);
      }
      sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
      // Codes keep their zeros.
      if (columns.contains("wilaya_code")) sheet.range(1, columns.indexOf("wilaya_code"), 500, columns.indexOf("wilaya_code")).style().format("@").set();
      sheet.freezePane(0, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
