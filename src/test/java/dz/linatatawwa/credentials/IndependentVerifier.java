package dz.linatatawwa.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A verifier that others wrote (npm packages of Digital Bazaar, pinned by a lock file), in a process of its own. */
final class IndependentVerifier {

  private static final Path SOURCE = Path.of("src/test/verifier");
  private static final Path HOME = Path.of("target/verifier");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What it says of one file.
   *  @param revoked null where it did not come to ask */
  record Answer(String file, boolean verified, @Nullable Boolean revoked, @Nullable String error) {}

  private IndependentVerifier() {}

  /** Whether the machine has Node 18 or newer, and npm. */
  static boolean possible() {
    try {
      return Integer.parseInt(run(Path.of("."), 60, List.of("node", "-p", "process.versions.node.split('.')[0]")).strip()) >= 18
          && !run(Path.of("."), 60, List.of("npm", "--version")).isBlank();
    } catch (IllegalStateException | NumberFormatException absent) {
      return false;
    }
  }

  /** By the names of the files. */
  static Map<String, Answer> ask(String platform, Map<String, byte[]> files) throws IOException {
    install();
    Path cases = Files.createDirectories(HOME.resolve("cases"));
    List<String> words = new ArrayList<>(List.of("node", "verify.mjs", platform));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(cases.resolve(file.getKey()), file.getValue());
      words.add("cases/" + file.getKey());
    }
    Map<String, Answer> answers = new HashMap<>();
    run(HOME, 120, words).lines().filter(line -> line.startsWith("{")).map(line -> JSON.readValue(line, Answer.class))
        .forEach(answer -> answers.put(answer.file().substring("cases/".length()), answer));
    return answers;
  }

  /** Once for each lock file: what is installed stays under {@code target/}. */
  private static void install() throws IOException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "verify.mjs")) Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Path lock = HOME.resolve("package-lock.json");
    boolean same = Files.exists(lock) && Files.exists(HOME.resolve("node_modules/.package-lock.json")) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    if (same) return;
    Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    run(HOME, 300, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
  }

  private static String run(Path folder, int seconds, List<String> words) {
    try {
      Path said = Files.createTempFile("verifier", ".txt");
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
