package dz.linatatawwa.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
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
      MessageType schema = schema(table.code());
      try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).withConf(new PlainParquetConfiguration())
          .withCompressionCodec(CompressionCodecName.UNCOMPRESSED).build()) {
        for (Observation row : table.rows()) writer.write(group(schema, row));
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

  private static Group group(MessageType schema, Observation row) {
    Group group = new SimpleGroup(schema);
    List<String> cells = CsvFiles.cells(row);
    for (int i = 0; i < cells.size(); i++) {
      String column = CsvFiles.COLUMNS.get(i);
      BigDecimal value = row.value();
      if (!column.equals(VALUE)) group.add(column, cells.get(i));
      else if (value != null) group.add(column, value.doubleValue());
    }
    return group;
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
