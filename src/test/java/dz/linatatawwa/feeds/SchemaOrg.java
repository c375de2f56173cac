package dz.linatatawwa.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The vocabulary of schema.org as others wrote it down (schema-dts, made from the vocabulary itself), checked by the TypeScript compiler: a property that a type does not have, or a value
 *  that a property does not take, does not compile. Pinned by a lock file, in a process of its own. */
final class SchemaOrg {

  private static final Path SOURCE = Path.of("src/test/verifier-data");
  private static final Path HOME = Path.of("target/verifier-data");

  private SchemaOrg() {}

  /** Whether the machine has Node 18 or newer, and npm. */
  static boolean possible() {
    try {
      return Integer.parseInt(run(Path.of("."), 60, "node", "-p", "process.versions.node.split('.')[0]").said().strip()) >= 18 && run(Path.of("."), 60, "npm", "--version").ended();
    } catch (IOException | NumberFormatException absent) {
      return false;
    }
  }

  /** What the compiler says against these things, each of them a type of the vocabulary; empty when nothing. */
  static String faults(Collection<JsonNode> things) throws IOException {
    install();
    StringBuilder program = new StringBuilder("import type * as schema from \"schema-dts\";\n");
    int number = 0;
    for (JsonNode thing : things) program.append("export const thing").append(++number).append(": schema.").append(thing.get("@type").asString()).append(" = ").append(thing).append(";\n");
    Files.writeString(HOME.resolve("things.ts"), program);
    Answer answer = run(HOME, 120, "node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "things.ts");
    return answer.ended() ? "" : answer.said();
  }

  /** Once for each lock file: what is installed stays under {@code target/}. */
  private static void install() throws IOException {
    Files.createDirectories(HOME);
    Files.copy(SOURCE.resolve("package.json"), HOME.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
    Path lock = HOME.resolve("package-lock.json");
    if (Files.exists(HOME.resolve("node_modules/.package-lock.json")) && Files.exists(lock) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0) return;
    Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    Answer answer = run(HOME, 300, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    if (!answer.ended()) throw new IllegalStateException(answer.said());
  }

  /** @param ended without complaint */
  private record Answer(boolean ended, String said) {}

  private static Answer run(Path folder, int seconds, String... words) throws IOException {
    Path said = Files.createTempFile("schema", ".txt");
    try {
      Process process = new ProcessBuilder(List.of(words)).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!ended) process.destroyForcibly();
      return new Answer(ended && process.exitValue() == 0, Files.readString(said, UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Files.delete(said);
    }
  }
}
