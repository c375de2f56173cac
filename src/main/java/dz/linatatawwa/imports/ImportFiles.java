package dz.linatatawwa.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Where long tables lie while they are needed: {@code <data>/imports/<number>}, whole or not at all. */
@Component
class ImportFiles {

  private final Path root;

  ImportFiles(@Value("${linatatawwa.data:data}") Path data) {
    root = data.resolve("imports").toAbsolutePath().normalize();
  }

  /** Keeps an upload under a name that nobody else has, without holding it in memory. */
  Path receive(InputStreamSource source) throws IOException {
    Files.createDirectories(root);
    Path part = Files.createTempFile(root, "upload", ".part");
    try (InputStream stream = source.getInputStream()) {
      Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return part;
  }

  /** Gives what was received its number. */
  void keep(Path part, long id) throws IOException {
    Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
  }

  Path path(long id) {
    return root.resolve(Long.toString(id));
  }

  void remove(long id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException("removing the file of import " + id, e);
    }
  }
}
