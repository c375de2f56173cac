package dz.linatatawwa.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTests {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparator(String separator) {
    Grid grid = grid(("الاسم" + separator + "\"البلدية" + separator + "أو المدينة\"\nأمل" + separator + "سطيف\n").getBytes(StandardCharsets.UTF_8));
    assertThat(grid.header()).containsExactly("الاسم", "البلدية" + (separator.equals("\t") ? " " : separator) + "أو المدينة");
    assertThat(grid.lines()).containsExactly(new Grid.Line(2, List.of("أمل", "سطيف")));
  }

  @Test
  void findsTheLettersThatAFileIsWrittenIn() {
    String arabic = "الاسم;البلدية\nجمعية الأمل;سطيف\n";
    String french = "Nom;Commune\nAssociation de l'été;Béjaïa\n";
    assertThat(grid(arabic.getBytes(Charset.forName("windows-1256"))).lines().getFirst().cells()).containsExactly("جمعية الأمل", "سطيف");
    assertThat(grid(french.getBytes(Charset.forName("windows-1252"))).lines().getFirst().cells()).containsExactly("Association de l'été", "Béjaïa");
    assertThat(grid(("\uFEFF" + arabic).getBytes(StandardCharsets.UTF_16LE)).header()).containsExactly("الاسم", "البلدية");
    assertThat(grid(("\uFEFF" + arabic).getBytes(StandardCharsets.UTF_8)).header()).containsExactly("الاسم", "البلدية");
  }

  @Test
  void countsRowsAsASpreadsheetDoes() {
    Grid grid = grid("a,b\n\n\"x\ny\",2\n,\n3,4,\n".getBytes(StandardCharsets.UTF_8));
    assertThat(grid.lines()).containsExactly(new Grid.Line(3, List.of("x\ny", "2")), new Grid.Line(5, List.of("3", "4")));
  }

  @Test
  void columnsWithoutANameOrWithTheSameOneStayApart() {
    assertThat(grid("a,,a\n1,2,3\n".getBytes(StandardCharsets.UTF_8)).header()).containsExactly("a", "B", "a (2)");
  }

  @Test
  void readsTheFirstSheetOfAWorkbookWithItsDates() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("فرص");
      sheet.value(0, 0, "العنوان");
      sheet.value(0, 1, "التاريخ");
      sheet.value(0, 2, "العدد");
      sheet.value(1, 0, "تشجير");
      sheet.value(1, 1, LocalDate.of(2026, 12, 5));
      sheet.style(1, 1).format("yyyy-MM-dd").set();
      sheet.value(1, 2, 20);
      sheet.value(2, 0, "تنظيف");
      sheet.value(2, 1, LocalDateTime.of(2026, 12, 5, 8, 30));
      sheet.style(2, 1).format("dd/MM/yyyy hh:mm").set();
      sheet.value(2, 2, 1.5);
    }
    Grid grid = grid(bytes.toByteArray());
    assertThat(grid.lines()).containsExactly(new Grid.Line(2, List.of("تشجير", "2026-12-05", "20")), new Grid.Line(3, List.of("تنظيف", "2026-12-05T08:30", "1.5")));
  }

  @Test
  void refusesWhatIsNoTableInPlainWords() throws IOException {
    assertThat(key(new byte[0])).isEqualTo("imports.problem.empty");
    assertThat(key("a,b\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.noRows");
    assertThat(key("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.notATable");
    assertThat(key(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})).isEqualTo("imports.problem.oldExcel");
    assertThat(key(new byte[Tables.MOST_BYTES + 1])).isEqualTo("imports.problem.tooBig");
    assertThat(key(zip("other.txt", 10))).isEqualTo("imports.problem.notATable");
    assertThat(key("a,b\n1,2\n".repeat(2).concat("x").concat(",y\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.tooManyRows");
    assertThat(key(("a,b\n" + ",x".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo("imports.problem.tooManyColumns");
  }

  @Test
  void refusesAWorkbookThatSwells() throws IOException {
    byte[] bomb = zip("xl/workbook.xml", 210 * 1024 * 1024);
    assertThat(bomb.length).isLessThan(Tables.MOST_BYTES);
    assertThat(key(bomb)).isEqualTo("imports.problem.bomb");
  }

  private static byte[] zip(String name, int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] some = new byte[1 << 16];
      for (int written = 0; written < zeros; written += some.length) zip.write(some, 0, Math.min(some.length, zeros - written));
    }
    return bytes.toByteArray();
  }

  private static Grid grid(byte[] content) {
    return ((Reading.Done) Tables.read(content)).grid();
  }

  private static String key(byte[] content) {
    return ((Reading.Refused) Tables.read(content)).key();
  }
}
