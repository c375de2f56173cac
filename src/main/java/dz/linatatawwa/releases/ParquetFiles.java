package dz.linatatawwa.releases;

import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Tables as Parquet: the columns of the CSV, text but for the value, which is a double and missing where it is not shown. */
final class ParquetFiles {

  private static final String VALUE = "obs_value";

  private ParquetFiles() {}

  static byte[] table(ReleaseTable table) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("linatatawwa-release");
      Path file = folder.resolve(table.code() + ".parquet");
      try (ParquetWriter<Observation> writer = ParquetWriter.writeFile(schema(table.code()), file.toFile(), ParquetFiles::write)) {
        for (Observation row : table.rows()) writer.write(row);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(table.code(), e);
    } finally {
      if (folder != null) remove(folder);
    }
  }

  private static MessageType schema(String name) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String column : CsvFiles.COLUMNS) {
      if (column.equals(VALUE)) schema.optional(PrimitiveTypeName.DOUBLE).named(column);
      else schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(column);
    }
    return schema.named(name);
  }

  private static void write(Observation row, blue.strategic.parquet.ValueWriter writer) {
    List<String> cells = CsvFiles.cells(row);
    for (int i = 0; i < cells.size(); i++) {
      String column = CsvFiles.COLUMNS.get(i);
      BigDecimal value = row.value();
      if (!column.equals(VALUE)) writer.write(column, cells.get(i));
      else if (value != null) writer.write(column, value.doubleValue());
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }
}
