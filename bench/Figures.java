import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What figures cost from a million lines of the ledger and from ten million. Writes bench/STATISTICS.md. Run by bin/bench figures [--rounds N] [--data DIR]; needs psql. */
final class Figures {

  private static final String HEAD = "| view | asked | p50 | p95 | p99 |";

  private final Platform platform;
  private final int rounds;
  private final List<String> report = new ArrayList<>();

  private Figures(Path data, int rounds) throws IOException {
    platform = new Platform(data);
    Files.createDirectories(platform.data);
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of("data", "bench");
    int rounds = 3;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "figures" -> { }
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench figures [--rounds N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    new Figures(data, rounds).run();
  }

  /** What dashboards ask, at a million lines and at ten, by the processes that really answer; what ten and a hundred times as much would cost is worked out from both. */
  private void run() throws Exception {
    say("# What figures cost, " + LocalDate.now());
    say("");
    say("A million volunteers, 2,500 organisations, 500 campaigns, 1,541 communes; three years. PostgreSQL (384 MB of its own memory) and the platform (a heap of 160 MB) share "
        + Runtime.getRuntime().availableProcessors() + " cores with whatever else runs there: the load is that of the last minute, and processor time does not depend on it. "
        + "Every view is asked with all eleven breakdowns and nothing remembered by the process; the nation's first answers are kept in the database (decision 0060). Milliseconds.");
    Process measuring = new ProcessBuilder("bin/statistics", "measure", "--data", platform.data.toString()).redirectErrorStream(true).start();
    try (BufferedReader told = new BufferedReader(new InputStreamReader(measuring.getInputStream(), StandardCharsets.UTF_8))) {
      await(told, "ready");
      platform.psql(Files.readString(Path.of("bench", "many-volunteers.sql")));
      Map<String, double[]> few = figuresOf(1_000_000, 1_000_000, measuring, told);
      Map<String, double[]> many = figuresOf(10_000_000, 9_000_000, measuring, told);
      say("");
      say("## At 100 million lines, worked out");
      say("");
      say("As each row grew from one million to ten: t(100) = t(10) + 10 (t(10) - t(1)).");
      say("");
      say("| view | p50 | p95 |");
      say("| --- | --- | --- |");
      many.forEach((view, ten) -> {
        double[] one = few.getOrDefault(view, ten);
        say(String.format(java.util.Locale.ROOT, "| %s | %.0f | %.0f |", view, Math.max(ten[0], ten[0] + 10 * (ten[0] - one[0])), Math.max(ten[1], ten[1] + 10 * (ten[1] - one[1]))));
      });
    } finally {
      measuring.destroy();
      if (!measuring.waitFor(60, TimeUnit.SECONDS)) measuring.destroyForcibly();
    }
    Files.writeString(Path.of("bench", "STATISTICS.md"), String.join("\n", report) + "\n");
  }

  private Map<String, double[]> figuresOf(int lines, int more, Process measuring, BufferedReader told) throws Exception {
    say("");
    say(String.format(java.util.Locale.ROOT, "## %,d lines", lines));
    say("");
    platform.psql("drop index if exists hours.entry_volunteer_id_day_id_idx, hours.entry_organization_id_day_idx");
    platform.psql("\\set lines " + more + "\n" + Files.readString(Path.of("bench", "many-entries.sql")));
    platform.psql("create index entry_volunteer_id_day_id_idx on hours.entry (volunteer_id, day desc, id desc); create index entry_organization_id_day_idx on hours.entry (organization_id, day); "
        + "vacuum analyze hours.entry; analyze volunteers.volunteer; checkpoint");
    killedAndResumed();
    rebuild("A rebuild from the ledger in one go");
    platform.psql("vacuum analyze figures.slice; checkpoint");
    say("- sizes: ledger " + platform.psql("select pg_size_pretty(pg_total_relation_size('hours.entry'))") + ", slices " + platform.psql("select pg_size_pretty(pg_total_relation_size('figures.slice'))")
        + " in " + platform.psql("select to_char(count(*), 'FM999,999,999') from figures.slice") + " rows (" + platform.psql("select string_agg(kind || ': ' || bytes, ', ' order by kind) from "
        + "(select kind, pg_size_pretty(sum(length(data))) as bytes from figures.slice group by kind) k") + ")");
    ask(measuring, told, rounds);
    say("");
    say("### Warm, load " + Platform.load());
    say("");
    Map<String, double[]> warm = table(ask(measuring, told, 3 * rounds));
    restartDatabase();
    say("");
    say("### Right after PostgreSQL was restarted and the system's copies of its files were dropped, each view once, load " + Platform.load());
    say("");
    table(ask(measuring, told, 1));
    freshLines();
    say("");
    say("### With 4,000 lines that the slices do not hold yet, load " + Platform.load());
    say("");
    table(ask(measuring, told, rounds));
    return warm;
  }

  /** The years that were done stay done. */
  private void killedAndResumed() throws Exception {
    Process rebuilding = new ProcessBuilder("bin/statistics", "rebuild", "--data", platform.data.toString()).redirectErrorStream(true).start();
    try (BufferedReader told = new BufferedReader(new InputStreamReader(rebuilding.getInputStream(), StandardCharsets.UTF_8))) {
      await(told, "\\d{4}: \\d+ lines.*");
      Thread.sleep(500);
      rebuilding.destroyForcibly().waitFor();
    }
    say("- killed (kill -9) in the second year: " + platform.psql("select coalesce(string_agg(year::text, ', ' order by year), 'none') from figures.state where year not in (select year from figures.to_make)") + " done, "
        + platform.psql("select string_agg(year::text, ', ' order by year) from figures.to_make") + " to do");
    rebuild("going on from there");
  }

  private void rebuild(String what) throws Exception {
    String out = platform.output(List.of("bin/statistics", "rebuild", "--data", platform.data.toString()));
    say("- " + what + ": " + out.strip().lines().reduce((first, last) -> last).orElse("") + " (" + out.strip().lines().filter(line -> line.matches("\\d{4}: .*"))
        .collect(java.util.stream.Collectors.joining("; ")) + "), load " + Platform.load());
  }

  private void freshLines() throws Exception {
    platform.psql("alter table hours.entry enable always trigger figures_of_lines");
    platform.psql("\\set lines 4000\n" + Files.readString(Path.of("bench", "many-entries.sql")));
    platform.psql("alter table hours.entry enable trigger figures_of_lines");
  }

  /** Stopped as an administrator stops it; the platform starts it again. What the system keeps of its files is forgotten, so that they come from the disk. */
  private void restartDatabase() throws Exception {
    String began = platform.psql("select pg_postmaster_start_time()");
    platform.psql("checkpoint");
    platform.output(List.of("kill", "-INT", Files.readAllLines(platform.data.resolve("postgres").resolve("postmaster.pid")).getFirst().strip()));
    for (int i = 0; i < 120; i++) {
      Thread.sleep(500);
      try {
          if (!platform.psql("select pg_postmaster_start_time()").equals(began)) break;
      } catch (IllegalStateException | IOException starting) {
        continue;
      }
    }
    platform.output(List.of("find", platform.data.resolve("postgres").resolve("base").toString(), "-type", "f", "-size", "+64k", "-exec", "dd", "if={}", "iflag=nocache", "count=0", "status=none", ";"));
  }

  private static List<String> ask(Process measuring, BufferedReader told, int rounds) throws IOException {
    measuring.getOutputStream().write((rounds + "\n").getBytes(StandardCharsets.UTF_8));
    measuring.getOutputStream().flush();
    List<String> lines = new ArrayList<>();
    for (String line; (line = told.readLine()) != null; ) {
      lines.add(line);
      if (line.startsWith("processor time")) return lines;
    }
    throw new IllegalStateException("no answer but " + lines);
  }

  private Map<String, double[]> table(List<String> lines) {
    Map<String, double[]> found = new LinkedHashMap<>();
    say(HEAD);
    say("| --- | --- | --- | --- | --- |");
    for (String line : lines) {
      String[] cells = line.split(" \\| ");
      if (cells.length != 5) continue;
      say("| " + line + " |");
      found.put(cells[0], new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
    }
    say("");
    say(lines.getLast() + ".");
    return found;
  }

  private static void await(BufferedReader told, String pattern) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line; (line = told.readLine()) != null; all.append(line).append('\n')) if (line.matches(pattern)) return;
    throw new IllegalStateException("it ended: " + all);
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
