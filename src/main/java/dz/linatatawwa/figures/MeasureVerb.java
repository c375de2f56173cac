package dz.linatatawwa.figures;

import dz.linatatawwa.language.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code statistics measure}: what answers cost here and now. Asks what dashboards ask, with all breakdowns and nothing remembered but what the
 *  database keeps. */
@Component
class MeasureVerb implements StatisticsVerb {

  private static final Set<Breakdown> ALL = EnumSet.allOf(Breakdown.class);
  private static final double TICKS = 100;

  private final Figures figures;
  private final JdbcClient db;
  private final Clock clock;

  MeasureVerb(Figures figures, JdbcClient db, Clock clock) {
    this.figures = figures;
    this.clock = clock;
    this.db = db;
  }

  @Override
  public String name() {
    return "measure";
  }

  @Override
  public String usage() {
    return "measure [ROUNDS]";
  }

  /** Without a number, numbers of rounds are read from the input, one a line, and each is answered. */
  @Override
  public int run(List<String> arguments) {
    if (arguments.size() > 1 || arguments.stream().anyMatch(one -> !one.matches("[1-9][0-9]{0,3}"))) {
      System.err.println("statistics " + usage());
      return 2;
    }
    if (arguments.size() == 1) {
      measure(2, false);
      measure(Integer.parseInt(arguments.getFirst()), true);
      return 0;
    }
    System.out.println("ready");
    try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) if (line.matches("[1-9][0-9]{0,3}")) measure(Integer.parseInt(line), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 0;
  }

  private void measure(int rounds, boolean told) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    Views views = new Views(db, today, rounds);
    // as the platform's clock has them at hand
    figures.keep(today);
    Map<String, List<Double>> times = new TreeMap<>();
    List<Double> moves = new ArrayList<>();
    Duration ours = processorTime();
    double theirs = databaseTime();
    int asked = 0;
    for (int i = 0; i < rounds; i++) {
      for (Question question : views.round()) {
        double time = timed(() -> figures.find(question, ALL));
        times.computeIfAbsent(name(question), any -> new ArrayList<>()).add(time);
        times.computeIfAbsent("all", any -> new ArrayList<>()).add(time);
        asked++;
        if (question.period().kind() == Period.Kind.MONTH && question.filter().isNone()) moves.add(timed(() -> figures.move(question)));
      }
    }
    if (!told) return;
    times.forEach((what, each) -> System.out.println(row(what, each)));
    System.out.println(row("movement (not in all)", moves));
    int all = asked + moves.size();
    System.out.printf(Locale.ROOT, "processor time a view: platform %.1f ms, database %.1f ms; resident %d MB%n", processorTime().minus(ours).toNanos() / 1e6 / all,
        (databaseTime() - theirs) / all, residentKb() / 1024);
  }

  private static String name(Question question) {
    return question.scope().getClass().getSimpleName().toLowerCase(Locale.ROOT).replaceFirst("^of", "") + " "
        + question.period().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + (question.filter().isNone() ? "" : ", filtered");
  }

  private static String row(String what, List<Double> times) {
    times.sort(null);
    return String.format(Locale.ROOT, "%s | %d | %.1f | %.1f | %.1f", what, times.size(), at(times, 0.5), at(times, 0.95), at(times, 0.99));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }

  private static double timed(Runnable deed) {
    long began = System.nanoTime();
    deed.run();
    return (System.nanoTime() - began) / 1e6;
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Of the connections of this database, in milliseconds, where it runs on this machine and the system tells. */
  private double databaseTime() {
    double time = 0;
    for (long pid : db.sql("select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'").query(Long.class).list()) {
      try {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        time += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS;
      } catch (IOException elsewhere) {
        continue;
      }
    }
    return time;
  }

  private static long residentKb() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst().orElse(0);
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}
