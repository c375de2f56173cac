package dz.linatatawwa.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a file of any length as rows: CSV without a bound, XLSX as far as its table of texts fits into memory. */
final class RowStreams {

  /** Looked at before the first row goes out: how wide the table is, how it is divided, in which script it is written. */
  private static final int LOOKED_AT = 500;
  private static final int HEAD = 1 << 17;

  private RowStreams() {}

  /** @throws RowStream.Unreadable with the reason, for a file that is no table */
  static RowStream open(Path file) throws IOException {
    byte[] head = head(file, HEAD);
    if (head.length == 0) throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.empty"));
    Reading.Refused foreign = Tables.foreign(head);
    if (foreign != null) throw new RowStream.Unreadable(foreign);
    Raw raw = Tables.isZip(head) ? new XlsxRows(file) : new CsvRows(file, head);
    try {
      return new Named(raw);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static byte[] head(Path file, int most) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(most);
    }
  }

  /** Rows as they stand in the file, the header among them. */
  interface Raw {
    Grid.@Nullable Line next() throws IOException;

    void close() throws IOException;
  }

  /** Takes the first filled row for the header, and leaves empty ones out. */
  private static final class Named implements RowStream {

    private final Raw raw;
    private final List<String> header;
    private final Deque<Grid.Line> ahead = new ArrayDeque<>();

    Named(Raw raw) throws IOException {
      this.raw = raw;
      Grid.Line first = filled();
      if (first == null) throw new Unreadable(Reading.Refused.because("imports.problem.empty"));
      int width = Tables.widthOf(first.cells());
      for (Grid.Line line = filled(); line != null; line = ahead.size() < LOOKED_AT ? filled() : null) {
        ahead.add(line);
        width = Math.max(width, Tables.widthOf(line.cells()));
      }
      if (ahead.isEmpty()) throw new Unreadable(Reading.Refused.because("imports.problem.noRows"));
      if (width > Tables.MOST_COLUMNS) throw new Unreadable(Reading.Refused.because("imports.problem.tooManyColumns", Tables.MOST_COLUMNS));
      header = Tables.names(Tables.wide(first.cells(), width));
    }

    private Grid.@Nullable Line filled() throws IOException {
      for (Grid.Line line = raw.next(); line != null; line = raw.next()) {
        for (String cell : line.cells()) if (!cell.isBlank()) return line;
      }
      return null;
    }

    @Override
    public List<String> header() {
      return header;
    }

    @Override
    public Grid.@Nullable Line next() throws IOException {
      Grid.Line line = ahead.isEmpty() ? filled() : ahead.poll();
      return line == null ? null : new Grid.Line(line.number(), Tables.wide(line.cells(), header.size()));
    }

    @Override
    public void close() throws IOException {
      raw.close();
    }
  }

  private static final class CsvRows implements Raw {

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private int number;

    CsvRows(Path file, byte[] head) throws IOException {
      Charset charset = CsvFile.charset(head, () -> isUtf8(file));
      String begin = CsvFile.decode(head, charset);
      if (begin.indexOf('\0') >= 0) throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.notATable"));
      Reader text = Files.newBufferedReader(file, charset);
      if (begin.startsWith("\uFEFF")) text.skip(1);
      reader = CsvReader.builder().fieldSeparator(CsvFile.separator(begin.replace("\uFEFF", ""))).skipEmptyLines(false).allowExtraCharsAfterClosingQuote(true)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text);
      records = reader.iterator();
    }

    @Override
    public Grid.@Nullable Line next() throws IOException {
      try {
        return records.hasNext() ? new Grid.Line(++number, records.next().getFields()) : null;
      } catch (CsvParseException e) {
        throw new RowStream.Unreadable(Reading.Refused.because("imports.problem.brokenCsv", number + 1));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** Reads all of it once, keeping nothing. */
  private static boolean isUtf8(Path file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream stream = Files.newInputStream(file)) {
      for (int read = 0; read >= 0; ) {
        read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) bytes.position(bytes.position() + read);
        bytes.flip();
        if (decoder.decode(bytes, chars, read < 0).isError()) return false;
        bytes.compact();
        chars.clear();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class XlsxRows implements Raw {

    private final XlsxFile.Open book;

    XlsxRows(Path file) throws IOException {
      book = XlsxFile.open(file);
    }

    @Override
    public Grid.@Nullable Line next() throws IOException {
      return book.next();
    }

    @Override
    public void close() throws IOException {
      book.close();
    }
  }
}
