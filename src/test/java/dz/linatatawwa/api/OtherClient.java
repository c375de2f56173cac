package dz.linatatawwa.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A linter, a maker of values and a judge of JSON that others wrote (npm packages, pinned by a lock file), in a process of their own. */
final class OtherClient {

  static final String LOUD = """
      ************************************************************************************************
      * NOT TESTED: no Node 20.19 with npm on this machine, so no independent linter and client looked *
      * at the description of the API. Install nodejs and npm.                                         *
      ************************************************************************************************""";

  private static final Path SOURCE = Path.of("src/test/verifier-api");
  private static final Path HOME = Path.of("target/verifier-api");

  private OtherClient() {}

  static boolean possible() {
    try {
      String[] version = run(Path.of("."), 60, List.of("node", "-p", "process.versions.node")).strip().split("\\.");
      int major = Integer.parseInt(version[0]);
      return (major > 20 || major == 20 && Integer.parseInt(version[1]) >= 19) && !run(Path.of("."), 60, List.of("npm", "--version")).isBlank();
    } catch (IllegalStateException | NumberFormatException absent) {
      return false;
    }
  }

  static JsonNode attack(String platform, Path file) throws IOException {
    install();
    return JsonMapper.shared().readTree(run(HOME, 240, List.of("node", "attack.mjs", platform, file.toAbsolutePath().toString())).lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
  }

  /** Once for each lock file: what is installed stays under {@code target/}. */
  private static void install() throws IOException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "attack.mjs")) Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Path lock = HOME.resolve("package-lock.json");
    boolean same = Files.exists(lock) && Files.exists(HOME.resolve("node_modules/.package-lock.json")) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    if (same) return;
    Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    run(HOME, 300, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
  }

  private static String run(Path folder, int seconds, List<String> words) {
    try {
      Path said = Files.createTempFile("client", ".txt");
      Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) process.destroyForcibly();
      String text = Files.readString(said, UTF_8);
      Files.delete(said);
      if (!ended || process.exitValue() != 0) throw new IllegalStateException(words + ": " + text);
      return text;
    } catch (IOException absent) {
      throw new IllegalStateException(words + ": " + absent.getMessage(), absent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
