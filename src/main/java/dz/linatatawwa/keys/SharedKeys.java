package dz.linatatawwa.keys;

import dz.linatatawwa.nodes.SharedThing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** All nodes must have the same keys, else one refuses what another signed: the mark is a hash over all of them, from which none can be told. */
@Component
class SharedKeys implements SharedThing {

  private final Path folder;

  SharedKeys(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = data.resolve("keys").toAbsolutePath().normalize();
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public Optional<String> mark() {
    if (!Files.isDirectory(folder)) return Optional.of("none");
    try (Stream<Path> files = Files.list(folder)) {
      MessageDigest all = MessageDigest.getInstance("SHA-256");
      List<Path> keys = files.filter(SharedKeys::isKey).sorted().toList();
      for (Path file : keys) {
        all.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        all.update(Files.readAllBytes(file));
      }
      return Optional.of(keys.isEmpty() ? "none" : HexFormat.of().formatHex(all.digest(), 0, 16));
    } catch (IOException unreadableNow) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isKey(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".pem") || name.endsWith(".secret");
  }
}
