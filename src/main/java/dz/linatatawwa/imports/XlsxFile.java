package dz.linatatawwa.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an XLSX workbook; dates come out as 2026-12-05, times as 08:30. */
final class XlsxFile {

  /** Unpacked size that an honest workbook of this size does not reach: more is a bomb. */
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;
  /** Of a workbook that is read as a stream: its sheet is never held. */
  private static final long MOST_STREAMED = 2L * 1024 * 1024 * 1024;
  /** Its different texts are all held: 24 MB of them take some 60 of the heap. */
  private static final long MOST_TEXTS = 24L * 1024 * 1024;
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final int MOST_ENTRIES = 2_000;
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private XlsxFile() {}

  static Reading read(byte[] content) {
    Path file = null;
    try {
      file = Files.createTempFile("table", ".xlsx");
      Files.write(file, content);
      return isModestWorkbook(file, MOST_UNPACKED) ? rows(file) : Reading.Refused.because("imports.problem.notATable");
    } catch (Bomb e) {
      return Reading.Refused.because("imports.problem.bomb");
    } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Reading.Refused.because("imports.problem.brokenXlsx");
    } finally {
      if (file != null) remove(file);
    }
  }

  /** A workbook that is read row by row: its first sheet is a stream, its table of texts lies in memory. */
  static final class Open {

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private Open(Path file) throws IOException {
      book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
      stream = book.getFirstSheet().openStream();
      rows = stream.iterator();
    }

    Grid.@Nullable Line next() throws IOException {
      try {
        if (!rows.hasNext()) return null;
        Row row = rows.next();
        if (row.getCellCount() > 16_384) throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.tooManyColumns", Tables.MOST_COLUMNS));
        return line(row);
      } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.brokenXlsx"));
      }
    }

    void close() throws IOException {
      stream.close();
      book.close();
    }
  }

  /** @throws RowStream.Unreadable with the reason */
  static Open open(Path file) throws IOException {
    try {
      if (!isModestWorkbook(file, MOST_STREAMED)) throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.notATable"));
      return new Open(file);
    } catch (Bomb e) {
      throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.bomb"));
    } catch (RowStream.Unreadable e) {
      throw e;
    } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.brokenXlsx"));
    }
  }

  private static Grid.Line line(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) cells.add(row.getOptionalCell(i).map(XlsxFile::text).orElse(""));
    return new Grid.Line(row.getRowNum(), cells);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static Reading rows(Path file) throws IOException {
    List<Grid.Line> lines = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        if (lines.size() > Tables.MOST_ROWS + 1) return Reading.Refused.because("imports.problem.tooManyRows", Tables.MOST_ROWS);
        if (row.getCellCount() > 16_384) return Reading.Refused.because("imports.problem.tooManyColumns", Tables.MOST_COLUMNS);
        lines.add(line(row));
      }
    }
    return Tables.grid(lines);
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) return isDate(cell.getDataFormatString()) ? date(cell.asDate()) : number(cell.asNumber());
    if (cell.getType() == CellType.FORMULA && cell.getRawValue() != null) return cell.getRawValue();
    if (cell.getType() == CellType.ERROR) return "";
    return cell.getText();
  }

  private static boolean isDate(@Nullable String format) {
    if (format == null) return false;
    String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return plain.matches(".*[dmyhs].*") && !plain.contains("general") && !plain.matches(".*[#0].*");
  }

  private static String date(LocalDateTime at) {
    if (at.getYear() < 1901) return at.toLocalTime().toString();
    return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : DAY_AND_TIME.format(at);
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** Unpacks all of it once into nothing: what the file says of its own size is not believed. */
  private static boolean isModestWorkbook(Path file, long most) throws IOException {
    long unpacked = 0;
    long texts = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) throw new Bomb();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream stream = zip.getInputStream(entry)) {
          for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            unpacked += n;
            texts += entry.getName().equals(TEXTS) ? n : 0;
            if (unpacked > most || texts > MOST_TEXTS) throw new Bomb();
          }
        }
      }
      return zip.getEntry("xl/workbook.xml") != null;
    }
  }

  /** A small file that unpacks into a giant. */
  private static final class Bomb extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
