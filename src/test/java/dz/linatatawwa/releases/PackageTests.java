package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a package is read by programs of others. */
class PackageTests {

  static final ReleaseTable TABLE = new ReleaseTable("T1", List.of(
      new Observation("VOL_PERS", "SEX_T", "AGE_T", "", "2026-Q3", new BigDecimal("1234"), Status.FINAL, ""),
      new Observation("VOL_HOUR", "SEX_F", "AGE_15-24", "", "2026-Q3", new BigDecimal("12.50"), Status.PROVISIONAL, "تجربة"),
      new Observation("VOL_PERS", "SEX_M", "AGE_GE65", "", "2026-Q3", null, Status.HIDDEN, ""),
      new Observation("VOL_PERS", "SEX_X", "AGE_GE65", "", "2026-Q3", BigDecimal.ZERO, Status.ZERO, "")), "");

  @TempDir Path folder;

  @Test
  void parquetIsReadByAnotherLibraryAsItWasWritten() throws Exception {
    Path file = Files.write(folder.resolve("t.parquet"), ParquetFiles.table(TABLE));
    List<List<String>> read = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file)); RowReader rows = reader.rowReader()) {
      while (rows.hasNext()) {
        rows.next();
        List<String> cells = new ArrayList<>();
        for (String column : CsvFiles.COLUMNS) {
          if (!column.equals("obs_value")) cells.add(rows.getString(column));
          else cells.add(rows.isNull(column) ? "" : new BigDecimal(Double.toString(rows.getDouble(column))).stripTrailingZeros().toPlainString());
        }
        read.add(cells);
      }
    }
    assertThat(read).isEqualTo(TABLE.rows().stream().map(row -> CsvFiles.cells(row).stream().map(cell -> cell.equals("12.50") ? "12.5" : cell).toList()).toList());
  }
}
