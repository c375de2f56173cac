package dz.linatatawwa.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that others wrote (npm packages, pinned by a lock file in {@code src/test/others}), in processes of their own. */
public final class Others {

  private static final Path SOURCE = Path.of("src/test/others");
  private static final Path HOME = Path.of("target/others");
  private static final String LOUD = """
      ************************************************************************************************
      * NOT TESTED: no Node 18 with npm on this machine, so nobody else's program looked at webhooks   *
      * or let people in. Install nodejs and npm; bin/test does so where it may.                       *
      ************************************************************************************************""";

  private Others() {}

  /** Goes on only where the machine has Node 18 or newer, and npm; installs what is needed, once for each lock file. */
  public static void needed() throws IOException {
    boolean there = possible();
    if (!there) System.err.println(LOUD);
    Assumptions.assumeTrue(there, "no Node 18 with npm");
    install();
  }

  /** Runs a script to its end. @return the lines that it said */
  public static List<String> run(String script, List<String> input) throws IOException {
    Path said = Files.createTempFile("others", ".txt");
    Path asked = Files.writeString(Files.createTempFile("others", ".in"), String.join("\n", input) + "\n");
    try {
      ended(new ProcessBuilder("node", script).directory(HOME.toFile()).redirectInput(asked.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start(), 60, script);
      return Files.readAllLines(said, UTF_8).stream().filter(line -> line.startsWith("{")).toList();
    } finally {
      Files.delete(said);
      Files.delete(asked);
    }
  }

  /** A server that says {@code ready PORT}; it ends when it is closed, or when this process does.
   *  @param port that may be called */
  public record Server(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
    }
  }

  /** Starts a script that serves. */
  public static Server serve(String script) throws IOException {
    Process process = new ProcessBuilder("node", script).directory(HOME.toFile()).redirectErrorStream(true).start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    List<String> before = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> { }));
        int port = Integer.parseInt(line.substring("ready ".length()));
        Loopback.open(port);
        return new Server(process, port);
      }
      before.add(line);
    }
    throw new IllegalStateException(script + " does not serve: " + before);
  }

  private static boolean possible() {
    try {
      Process node = new ProcessBuilder("node", "-p", "process.versions.node.split('.')[0]").redirectErrorStream(true).start();
      String version = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
      Process npm = new ProcessBuilder("npm", "--version").redirectErrorStream(true).start();
      npm.getInputStream().readAllBytes();
      return node.waitFor() == 0 && npm.waitFor() == 0 && Integer.parseInt(version) >= 18;
    } catch (IOException | NumberFormatException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static synchronized void install() throws IOException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "webhook.mjs", "provider.mjs")) Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Path lock = HOME.resolve("package-lock.json");
    boolean same = Files.exists(lock) && Files.exists(HOME.resolve("node_modules/.package-lock.json")) && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    if (same) return;
    Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
    ended(new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund").directory(HOME.toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start(), 300, "npm ci");
  }

  private static void ended(Process process, int seconds, String what) {
    try {
      boolean over = process.waitFor(seconds, TimeUnit.SECONDS);
      if (!over) process.destroyForcibly();
      if (!over || process.exitValue() != 0) throw new IllegalStateException(what + " did not end well");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
