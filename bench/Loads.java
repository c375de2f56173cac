import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads by wrk on pages and by pgbench on the database, and how the platform is warmed before them. */
final class Loads {

  /** @param waits the hundredth latency as wrk tells it, with questions that were not asked because their connection waited */
  record Load(double perSecond, double p50, double p99, double waits, long failed, long count) {}

  interface Loading {
    Load load() throws Exception;
  }

  private final Platform platform;
  private final int seconds;
  private final List<String> warmed = new ArrayList<>();
  private boolean warming;

  /** @param seconds of each load that is measured */
  Loads(Platform platform, int seconds) {
    this.platform = platform;
    this.seconds = seconds;
  }

  /** Seconds of load before each row until now. */
  String warmed() {
    return String.join(", ", warmed);
  }

  /** Compiles what is hot, fills what is remembered: short loads until, four times in turn, the rate rises by less than a twentieth and the JVM's compilers have
   *  used less than a tenth of a processor; sixty at most. A rate alone stands still for some seconds also while one of two processors compiles. */
  void warm(Loading loading) throws Exception {
    double best = 0;
    int still = 0;
    int i = 0;
    warming = true;
    for (; i < 60 && still < 4; i++) {
      long began = System.nanoTime();
      long compiled = compilerTicks();
      double rate = loading.load().perSecond;
      double share = (compilerTicks() - compiled) / 100.0 / ((System.nanoTime() - began) / 1e9);
      still = rate > best * 1.05 || share > 0.1 ? 0 : still + 1;
      best = Math.max(best, rate);
    }
    warming = false;
    warmed.add(2 * i + (still < 4 ? " and still not still" : ""));
  }

  /** What the compilers of the platform's JVM have used until now, in hundredths of a second of a processor. */
  private long compilerTicks() throws IOException {
    long ticks = 0;
    try (var tasks = Files.list(Path.of("/proc/" + platform.pid() + "/task"))) {
      for (Path task : tasks.toList()) {
        String stat = stat(task);
        int name = stat.lastIndexOf(')');
        if (!stat.substring(stat.indexOf('('), name).matches("\\(C[12] Compiler.*")) continue;
        String[] fields = stat.substring(name + 2).split(" ");
        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      }
    }
    return ticks;
  }

  /** Of a thread that has ended meanwhile nothing: a compiler that has nothing to do goes. */
  private static String stat(Path task) throws IOException {
    try {
      return Files.readString(task.resolve("stat"));
    } catch (NoSuchFileException ended) {
      return "0 (ended)";
    }
  }

  Load wrk(String url, int connections, Path script) throws Exception {
    return wrk(url, connections, seconds, script);
  }

  Load wrk(String url, int connections, int seconds, Path script) throws Exception {
    List<String> command = new ArrayList<>(List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--latency", "--timeout", "10s"));
    Path asking = warming ? script : telling(script);
    if (asking != null) command.addAll(List.of("-s", asking.toString()));
    command.add(url);
    String out = platform.output(command);
    Matcher failed = Pattern.compile("Non-2xx or 3xx responses: (\\d+)").matcher(out);
    Matcher broken = Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)").matcher(out);
    long bad = failed.find() ? Long.parseLong(failed.group(1)) : 0;
    if (broken.find()) for (int i = 1; i <= 4; i++) bad += Long.parseLong(broken.group(i));
    Latencies latencies = warming ? null : Latencies.measured(out, connections);
    return new Load(number(out, "Requests/sec: +([\\d.]+)"), latencies == null ? millis(out, "50%") : latencies.at(0.5), latencies == null ? millis(out, "99%") : latencies.at(0.99),
        millis(out, "99%"), bad, (long) number(out, "(\\d+) requests in"));
  }

  /** The same script, at its end telling every latency and how often it occurred. */
  private Path telling(Path script) throws IOException {
    return Files.writeString(platform.data.resolve("telling.lua"), (script == null ? "" : Files.readString(script)) + """
        function done(summary, latency, requests)
          io.write(string.format("MEASURED %d %d\\n", summary.duration, summary.requests))
          for i = 1, #latency do
            local us, count = latency(i)
            io.write(string.format("LATENCY %d %d\\n", us, count))
          end
        end
        """);
  }

  /** What wrk measured. Before it prints anything, wrk adds to each latency of at least twice the mean the questions that its connection would have asked meanwhile; pgbench does not.
   *  What was added is reckoned back from the largest latency down, exactly: what remains is as many as there were answers, or the run fails. */
  private record Latencies(java.util.TreeMap<Long, Long> counts, long all) {

    static Latencies measured(String out, int connections) {
      Matcher run = Pattern.compile("MEASURED (\\d+) (\\d+)").matcher(out);
      if (!run.find()) throw new IllegalStateException("wrk told nothing: " + out);
      long answers = Long.parseLong(run.group(2));
      long mean = Long.parseLong(run.group(1)) / Math.max(1, answers / connections);
      java.util.TreeMap<Long, Long> counts = new java.util.TreeMap<>();
      for (Matcher one = Pattern.compile("LATENCY (\\d+) (\\d+)").matcher(out); one.find(); ) counts.put(Long.parseLong(one.group(1)), Long.parseLong(one.group(2)));
      for (long latency : List.copyOf(counts.descendingKeySet())) {
        long count = counts.get(latency);
        if (latency < 2 * mean || count == 0) continue;
        for (long added = latency - mean; added > mean; added -= mean) counts.merge(added, -count, Long::sum);
      }
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      if (all != answers || counts.values().stream().anyMatch(count -> count < 0)) throw new IllegalStateException("of " + answers + " latencies " + all + " remain: another wrk?");
      return new Latencies(counts, all);
    }

    /** In milliseconds. */
    double at(double share) {
      long passed = 0;
      for (Map.Entry<Long, Long> entry : counts.entrySet()) {
        passed += entry.getValue();
        if (passed >= share * all) return entry.getKey() / 1000.0;
      }
      throw new IllegalStateException("no answers");
    }
  }

  private static double millis(String out, String share) {
    Matcher found = Pattern.compile(Pattern.quote(share) + " +([\\d.]+)(us|ms|s)").matcher(out);
    if (!found.find()) throw new IllegalStateException("no " + share + " in " + out);
    double value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1000;
      case "s" -> value * 1000;
      default -> value;
    };
  }

  Load pgbench(int connections, List<String> scripts) throws Exception {
    Path logs = Files.createDirectories(platform.data.resolve("pgbench"));
    List<String> more = new ArrayList<>(List.of("-M", "prepared", "-l", "--log-prefix=" + logs.resolve("log")));
    more.addAll(scripts);
    String out = platform.pgbench(connections, seconds, more);
    List<Double> latencies = new ArrayList<>();
    try (var files = Files.list(logs)) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) latencies.add(Double.parseDouble(line.split(" ")[2]) / 1000);
        Files.delete(file);
      }
    }
    latencies.sort(null);
    if (latencies.isEmpty()) throw new IllegalStateException("pgbench finished nothing in " + seconds + " s: give more --seconds");
    Matcher failed = Pattern.compile("number of failed transactions: (\\d+)").matcher(out);
    double p99 = latencies.get((int) (latencies.size() * 0.99));
    return new Load(number(out, "tps = ([\\d.]+)"), latencies.get(latencies.size() / 2), p99, p99,
        failed.find() ? Long.parseLong(failed.group(1)) : 0, latencies.size());
  }

  private static double number(String out, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(out);
    if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + out);
    return Double.parseDouble(found.group(1));
  }

  /** The run in the middle by rate. */
  static Load median(List<Load> loads) {
    return loads.stream().sorted(java.util.Comparator.comparingDouble(Load::perSecond)).toList().get(loads.size() / 2);
  }
}
