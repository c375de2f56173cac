package dz.linatatawwa.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text of our own files, by path. */
final class Sources {

  static final Path JAVA = Path.of("src/main/java");
  static final Path TEMPLATES = Path.of("src/main/jte");
  static final Path STYLES = Path.of("src/main/resources/static/styles");
  static final Path SCRIPTS = Path.of("src/main/resources/static/scripts");
  static final Path MESSAGES = Path.of("src/main/resources/messages");

  private Sources() {}

  static Map<Path, String> in(Path folder, String ending) {
    Map<Path, String> texts = new TreeMap<>();
    if (!Files.isDirectory(folder)) return texts;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().endsWith(ending)).toList()) texts.put(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
