import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform of a bench, in a folder of its own on a port that nobody has: started by bin/run as everybody starts it, asked over HTTP and, beside that, over its database, and stopped. */
final class Platform {

  private static final Pattern READY = Pattern.compile("ready in (\\d+) ms");

  interface Act {
    void act() throws Exception;
  }

  final Path data;
  private int port;
  private Process process;

  Platform(Path data) {
    this.data = data.toAbsolutePath();
  }

  /** One that runs already, and is left running. */
  static Platform running(Path data, int port) {
    Platform platform = new Platform(data);
    platform.port = port;
    return platform;
  }

  /** @param words more for bin/run: --demo, settings
   *  @return milliseconds until it was ready, as it says itself */
  long start(String... words) throws Exception {
    fair();
    Files.createDirectories(data);
    port = freePort();
    List<String> command = new ArrayList<>(List.of("bin/run", "--port", Integer.toString(port), "--data", data.toString()));
    command.addAll(List.of(words));
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    process = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroy)); // a bench that is broken off leaves nothing behind
    BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line; (line = said.readLine()) != null; ) {
      Matcher ready = READY.matcher(line);
      if (!ready.find()) continue;
      Thread.ofPlatform().daemon().start(() -> drain(said));
      return Long.parseLong(ready.group(1));
    }
    throw new IllegalStateException("the platform did not start, exit " + process.waitFor() + ": see " + data.resolve("linatatawwa.log"));
  }

  /** What a shell with another share than usual starts is preferred to PostgreSQL, or the other way round: no figure of it is worth anything. */
  private static void fair() throws IOException {
    Path group = Path.of("/proc/self/autogroup");
    if (Files.exists(group) && !Files.readString(group).strip().endsWith("nice 0")) throw new IllegalStateException("this shell has another share of the processors than PostgreSQL will have (" + Files.readString(group).strip() + "): echo 0 > /proc/self/autogroup");
  }

  private static void drain(BufferedReader said) {
    try {
      while (said.readLine() != null) continue;
    } catch (IOException closed) {
      // The platform was stopped.
    }
  }

  /** Stopped as an administrator stops it; does nothing where it does not run. */
  void stop() throws InterruptedException {
    if (process == null) return;
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    process = null;
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    process = null;
  }

  int port() {
    return port;
  }

  String base() {
    return "http://localhost:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** Of its process alone, PostgreSQL apart. */
  long residentKb() throws IOException {
    return residentKb(pid());
  }

  /** 0: there is no such process. */
  static long residentKb(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) return 0;
    for (String line : Files.readAllLines(status)) if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
    return 0;
  }

  /** Seconds of a processor that it has used until now. */
  double processorSeconds() throws IOException {
    return ticks(pid(), false) / 100.0;
  }

  /** The same of PostgreSQL: of the postmaster and all that it started, those that ended among them. */
  double databaseSeconds() throws Exception {
    long postmaster = Long.parseLong(Files.readAllLines(Path.of(psql("show data_directory")).resolve("postmaster.pid")).getFirst().strip());
    long ticks = ticks(postmaster, true);
    for (ProcessHandle child : ProcessHandle.of(postmaster).orElseThrow().children().toList()) ticks += ticks(child.pid(), false);
    return ticks / 100.0;
  }

  /** Waits until what a fresh country brings with it is done (figures, the first round of the integrity desk): platform and PostgreSQL together use less than a tenth of a processor for ten seconds; five minutes
   *  at most. A platform that was filled a moment ago is another than the one that has been there for a week.
   *  @return seconds waited */
  long settle() throws Exception {
    long began = System.nanoTime();
    for (double before = processorSeconds() + databaseSeconds(), used = 10; used > 1 && System.nanoTime() - began < TimeUnit.MINUTES.toNanos(5); ) {
      Thread.sleep(10_000);
      double now = processorSeconds() + databaseSeconds();
      used = now - before;
      before = now;
    }
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
  }

  private static long ticks(long pid, boolean ended) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) return 0;
    String text = Files.readString(stat);
    String[] parts = text.substring(text.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(parts[11]) + Long.parseLong(parts[12]);
    return ended ? ticks + Long.parseLong(parts[13]) + Long.parseLong(parts[14]) : ticks;
  }

  // Its database -----------------------------------------------------------------------------------------------------

  /** As its owner; ends at the first statement that fails. */
  String psql(String sql) throws Exception {
    Path file = Files.writeString(data.resolve("bench.sql"), sql);
    return output(List.of("psql", "-h", "127.0.0.1", "-p", databasePort(), "-U", "postgres", "-d", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1", "-f", file.toString())).strip();
  }

  /** pgbench on it, with values that are sent apart where nothing else is said. */
  String pgbench(int connections, int seconds, List<String> more) throws Exception {
    List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-h", "127.0.0.1", "-p", databasePort(), "-U", "postgres", "-c", "" + connections, "-j", "2", "-T", "" + seconds));
    command.addAll(more);
    command.add("postgres");
    return output(command);
  }

  String databasePort() throws IOException {
    return Files.readString(data.resolve("postgres.port")).strip();
  }

  /** What PostgreSQL was asked during each act: taken from its own log, with the values put in. */
  List<List<String>> statements(List<? extends Act> acts) throws Exception {
    psql("alter system set log_statement = 'all'");
    // ours is terse, so that nobody's data stand in it: values are told in the details
    psql("alter system set log_error_verbosity = 'default'");
    psql("select pg_reload_conf()");
    Thread.sleep(1_500);
    try {
      List<List<String>> all = new ArrayList<>();
      for (Act act : acts) all.add(statements(act));
      return all;
    } finally {
      psql("alter system reset log_statement");
      psql("alter system reset log_error_verbosity");
      psql("select pg_reload_conf()");
    }
  }

  private List<String> statements(Act act) throws Exception {
    Path log = data.resolve("postgres.log");
    long before = Files.size(log);
    act.act();
    Thread.sleep(300);
    byte[] all = Files.readAllBytes(log);
    return Statements.in(new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8)).stream().filter(one -> !one.contains("log_statement")).toList();
  }

  // Tools ------------------------------------------------------------------------------------------------------------

  /** What a program says, with the password of the database in its surroundings; what fails ends the bench. */
  String output(List<String> command) throws Exception {
    Path password = data.resolve("postgres.password");
    return output(command, Files.exists(password) ? Map.of("PGPASSWORD", Files.readString(password).strip()) : Map.of());
  }

  private static String output(List<String> command, Map<String, String> surroundings) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(surroundings);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + " failed: " + out);
    return out;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** How many processes wanted a processor in the last minute; it stands beside every figure. */
  static String load() throws IOException {
    Path told = Path.of("/proc/loadavg");
    return Files.exists(told) ? Files.readString(told).split(" ")[0] : "unknown";
  }
}
