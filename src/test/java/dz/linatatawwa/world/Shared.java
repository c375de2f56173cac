package dz.linatatawwa.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of real data that stands beside the repository, where it is there. Tests that need it skip where it is not, and say so. */
public final class Shared {

  private Shared() {}

  /** A file of {@code shared/}: looked for under the property or variable that names the folder, then beside this checkout. */
  public static Optional<Path> file(String name) {
    Stream<String> folders = Stream.of(System.getProperty("linatatawwa.shared"), System.getenv("LINATATAWWA_SHARED"));
    return Stream.concat(folders.filter(f -> f != null && !f.isBlank()), List.of("../shared", "../../shared", "../../../shared").stream())
        .map(folder -> Path.of(folder).resolve(name)).filter(Files::isReadable).findFirst();
  }
}
