import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform under test and its embedded database, as processes that can be killed. */
final class Platform {

  private final Path data;
  private final int port;
  private Process process;

  Platform(Path data) throws IOException {
    this.data = data;
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
  }

  String base() {
    return "http://localhost:" + port;
  }

  Path cluster() throws IOException {
    return data.resolve("postgres").toRealPath();
  }

  /** @param environment more of it, for the disk that forgets */
  void start(Map<String, String> environment) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bin/run", "--demo", "--port", "" + port, "--data", data.toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line; (line = lines.readLine()) != null; ) {
      said.append(line).append('\n');
      if (line.contains("ready in")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return;
      }
    }
    throw new IllegalStateException("the platform did not start (exit " + process.waitFor() + "): " + said);
  }

  void stop() throws InterruptedException {
    if (process == null) return;
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
  }

  void killApplication() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void killDatabase() throws IOException, InterruptedException {
    signal("KILL", postmaster());
  }

  /** Everything stops in one moment, and then is no more. */
  void killAll() throws IOException, InterruptedException {
    String[] all = everything();
    signal("STOP", all);
    Thread.sleep(50);
    signal("KILL", all);
    process.waitFor();
    for (int i = 0; i < 100 && anyAlive(all); i++) Thread.sleep(20);
  }

  Connection database() throws SQLException, IOException {
    String at = Files.readString(data.resolve("postgres.port")).strip();
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + at + "/postgres?connectTimeout=5", "postgres", Files.readString(data.resolve("postgres.password")).strip());
  }

  private String postmaster() throws IOException {
    return Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst().strip();
  }

  private String[] everything() throws IOException {
    long postmaster = Long.parseLong(postmaster());
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.pid(), postmaster),
        ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)).map(String::valueOf).toArray(String[]::new);
  }

  private static boolean anyAlive(String[] pids) {
    for (String pid : pids) {
      try {
        Matcher state = Pattern.compile("State:\\s+(\\w)").matcher(Files.readString(Path.of("/proc", pid, "status")));
        if (state.find() && !"ZX".contains(state.group(1))) return true;
      } catch (IOException gone) {
        // that one is gone
      }
    }
    return false;
  }

  private static void signal(String name, String... pids) throws IOException, InterruptedException {
    java.util.List<String> words = new java.util.ArrayList<>(java.util.List.of("kill", "-" + name));
    words.addAll(java.util.List.of(pids));
    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }
}
