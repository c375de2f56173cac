package dz.linatatawwa.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program for Node that others wrote (npm packages, pinned by a lock file), in a process of its own.
 *  @param source where its lock file and its script lie
 *  @param home   where it is installed; stays under {@code target/}
 *  @param script the one that is run */
public record NodeProgram(Path source, Path home, String script) {

  /** Whether the machine has Node of this version or newer, and npm. */
  public static boolean possible(int major, int minor) {
    try {
      String[] version = run(Path.of("."), 60, List.of("node", "-p", "process.versions.node")).strip().split("\\.");
      int found = Integer.parseInt(version[0]);
      return (found > major || found == major && Integer.parseInt(version[1]) >= minor) && !run(Path.of("."), 60, List.of("npm", "--version")).isBlank();
    } catch (IllegalStateException | NumberFormatException absent) {
      return false;
    }
  }

  /** Installs it, once for each lock file. */
  public void install() throws IOException {
    Files.createDirectories(home);
    for (String file : List.of("package.json", script)) Files.copy(source.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Path lock = home.resolve("package-lock.json");
    boolean same = Files.exists(lock) && Files.exists(home.resolve("node_modules/.package-lock.json")) && Files.mismatch(lock, source.resolve("package-lock.json")) < 0;
    if (same) return;
    Files.copy(source.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    run(home, 300, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
  }

  /** What it prints.
   *  @throws IllegalStateException when it fails, or does not end in time */
  public String run(int seconds, List<String> words) {
    return run(home, seconds, words);
  }

  private static String run(Path folder, int seconds, List<String> words) {
    try {
      Path said = Files.createTempFile("node", ".txt");
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
