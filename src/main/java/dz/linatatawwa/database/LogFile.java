package dz.linatatawwa.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL says while it runs. */
final class LogFile {

  private static final String FATAL = "FATAL:";

  private LogFile() {}

  /** Why it gave up last, in its own words. */
  static Optional<String> lastFatal(Path log) throws IOException {
    if (!Files.exists(log)) return Optional.empty();
    List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().filter(line -> line.contains(FATAL)).toList();
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().substring(lines.getLast().indexOf(FATAL) + FATAL.length()).strip());
  }
}
