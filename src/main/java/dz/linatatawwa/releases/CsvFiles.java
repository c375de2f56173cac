package dz.linatatawwa.releases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.SafeCsv;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tables as CSV: RFC 4180, UTF-8 without a mark, plain digits, no cell that begins a formula. */
@Component
class CsvFiles {

  static final List<String> COLUMNS = List.of("ref_area", "source", "indicator", "sex", "classif1", "classif2", "time", "obs_value", "obs_status", "note");

  private final CodeNames names;

  CsvFiles(CodeNames names) {
    this.names = names;
  }

  byte[] table(ReleaseTable table) {
    List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
    table.rows().forEach(row -> lines.add(cells(row)));
    return write(lines);
  }

  static List<String> cells(Observation row) {
    return List.of(Observation.AREA, Observation.SOURCE, row.indicator(), row.sex(), row.classif1(), row.classif2(), row.time(), row.written(), row.status().code(), row.note());
  }

  /** Every code that the tables use, with its names. */
  byte[] dictionary(List<String> codes) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of("code", "name_ar", "name_fr", "name_en")));
    for (String code : codes) lines.add(List.of(code, names.name(code, Language.AR), names.name(code, Language.FR), names.name(code, Language.EN)));
    return write(lines);
  }

  byte[] excluded(Map<String, Long> minutes, String time) {
    List<List<String>> lines = new ArrayList<>(List.of(List.of("reason", "time", "hours", "obs_status")));
    minutes.forEach((reason, count) -> lines.add(List.of(reason, time, count < 0 ? "" : TableMaker.hours(count).toPlainString(),
        count < 0 ? Status.HIDDEN.code() : count == 0 ? Status.ZERO.code() : "")));
    return write(lines);
  }

  /** @throws IOException when this is no such table */
  static ReleaseTable read(String code, byte[] csv) throws IOException {
    List<Observation> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new String(csv, StandardCharsets.UTF_8))) {
      boolean first = true;
      for (CsvRecord line : reader) {
        if (first ? !line.getFields().equals(COLUMNS) : line.getFieldCount() != COLUMNS.size()) throw new IOException(code + ", line " + line.getStartingLineNumber() + ": not the columns of a table");
        if (!first) rows.add(observation(line.getFields()));
        first = false;
      }
    } catch (IllegalArgumentException | UncheckedIOException wrong) {
      throw new IOException(code + ": " + wrong.getMessage(), wrong);
    }
    return new ReleaseTable(code, rows, rows.isEmpty() ? "empty" : "");
  }

  private static Observation observation(List<String> cells) {
    String value = cells.get(7);
    return new Observation(cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6), value.isEmpty() ? null : new BigDecimal(value), Status.of(cells.get(8)), cells.get(9));
  }

  private static byte[] write(List<List<String>> lines) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
      for (List<String> line : lines) csv.writeRecord(line.stream().map(CsvFiles::safe).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The apostrophe that is set everywhere before what a spreadsheet would compute; quoting is the writer's. */
  private static String safe(String cell) {
    String safe = SafeCsv.cell(cell);
    boolean guarded = !cell.startsWith("'") && (safe.startsWith("'") || safe.startsWith("\"'"));
    return guarded ? "'" + cell : cell;
  }
}
