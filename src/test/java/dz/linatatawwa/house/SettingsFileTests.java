package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a key that is set twice the last one counts and nobody is told. */
class SettingsFileTests {

  private static final Path FILES = Path.of("src/main/resources");

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FILES)) {
      return all.filter(file -> file.toString().endsWith(".properties")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void setsNoKeyTwice(Path file) throws IOException {
    List<String> keys = Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("=")).map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
    assertThat(keys).doesNotHaveDuplicates();
  }
}
