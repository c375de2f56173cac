package dz.linatatawwa.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked once for a run: a data folder of a test points to them and saves the three seconds. */
public final class Programs {

  private Programs() {}

  /** An empty data folder of this name beneath the build's, with the programs in it if another test has unpacked them. */
  public static Path emptyFolder(String name) throws IOException {
    Path folder = Path.of("target", name).toAbsolutePath();
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path old : inside.toList()) FileSystemUtils.deleteRecursively(old);
    }
    Optional<Path> unpacked = unpacked();
    if (unpacked.isPresent()) Files.createSymbolicLink(folder.resolve(unpacked.get().getFileName()), unpacked.get());
    return folder;
  }

  private static Optional<Path> unpacked() throws IOException {
    Path own = Path.of(System.getProperty("linatatawwa.data", "target/forks/0/data")).resolveSibling("database").toAbsolutePath();
    for (Path folder : List.of(own, Path.of("target", "test-postgres").toAbsolutePath())) {
      if (!Files.isDirectory(folder)) continue;
      try (Stream<Path> inside = Files.list(folder)) {
        Optional<Path> found = inside.filter(one -> one.getFileName().toString().startsWith("postgresql-") && Files.isDirectory(one)).findFirst();
        if (found.isPresent()) return found;
      }
    }
    return Optional.empty();
  }
}
