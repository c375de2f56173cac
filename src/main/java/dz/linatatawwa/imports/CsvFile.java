package dz.linatatawwa.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads CSV as spreadsheets of this country write it: comma, semicolon, tab or bar; UTF-8, UTF-16, windows-1256 or windows-1252. */
final class CsvFile {

  private static final String SEPARATORS = ",;\t|";

  private CsvFile() {}

  static Reading read(byte[] content) {
    String text = decode(content);
    if (text.indexOf('\0') >= 0) return Reading.Refused.because("imports.problem.notATable");
    List<Grid.Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(text)).skipEmptyLines(false).allowExtraCharsAfterClosingQuote(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
      for (CsvRecord record : records) {
        if (lines.size() > Tables.MOST_ROWS * 2) return Reading.Refused.because("imports.problem.tooManyRows", Tables.MOST_ROWS);
        lines.add(new Grid.Line(lines.size() + 1, record.getFields()));
      }
    } catch (CsvParseException e) {
      return Reading.Refused.because("imports.problem.brokenCsv", lines.size() + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Tables.grid(lines);
  }

  static String decode(byte[] content) {
    if (has(content, 0xEF, 0xBB, 0xBF)) return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
    if (has(content, 0xFF, 0xFE)) return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
    if (has(content, 0xFE, 0xFF)) return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      String arabic = new String(content, Charset.forName("windows-1256"));
      return looksArabic(arabic) ? arabic : new String(content, Charset.forName("windows-1252"));
    }
  }

  /** The charset of a long file by its beginning.
   *  @param isUtf8 asked only where no mark tells it */
  static Charset charset(byte[] head, BooleanSupplier isUtf8) {
    if (has(head, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    if (has(head, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    if (has(head, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    if (isUtf8.getAsBoolean()) return StandardCharsets.UTF_8;
    Charset arabic = Charset.forName("windows-1256");
    return looksArabic(new String(head, arabic)) ? arabic : Charset.forName("windows-1252");
  }

  /** The beginning of a file; a letter that is cut at its end becomes a sign. */
  static String decode(byte[] head, Charset charset) {
    return new String(head, charset);
  }

  /** Arabic comes in words: letters beside letters. In French read as Arabic a strange letter stands alone among Latin ones. */
  private static boolean looksArabic(String text) {
    int beside = 0;
    int alone = 0;
    for (int i = 1; i < text.length() - 1; i++) {
      if (!isArabic(text.charAt(i))) continue;
      if (isArabic(text.charAt(i - 1)) || isArabic(text.charAt(i + 1))) beside++;
      else alone++;
    }
    return beside > alone;
  }

  private static boolean isArabic(char c) {
    return c >= 'ء' && c <= 'ي';
  }

  /** The sign that most often stands outside quotes in the first filled line. */
  static char separator(String text) {
    int[] found = new int[SEPARATORS.length()];
    boolean quoted = false;
    boolean filled = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') quoted = !quoted;
      if (!quoted && (c == '\n' || c == '\r') && filled) break;
      if (!Character.isWhitespace(c)) filled = true;
      int sign = quoted ? -1 : SEPARATORS.indexOf(c);
      if (sign >= 0) found[sign]++;
    }
    int best = 0;
    for (int i = 1; i < found.length; i++) if (found[i] > found[best]) best = i;
    return SEPARATORS.charAt(best);
  }

  private static boolean has(byte[] content, int... bytes) {
    if (content.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((content[i] & 0xFF) != bytes[i]) return false;
    return true;
  }
}
