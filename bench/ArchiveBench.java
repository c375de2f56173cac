import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the archive: a table of a million past operations brought in, killed in the middle and gone on with, published, searched and summed.
 * The same rows by psql's \copy into a table with the same columns, checks and indexes stand beside it as the limit. Writes bench/ARCHIVE.md.
 * Run by bin/bench archive [--rows N] [--seconds N] [--data DIR]; needs psql and pgbench.
 */
final class ArchiveBench {

  private static final String[] DEEDS = {"حملة غرس", "حملة تنظيف", "توزيع", "جمع", "ترميم", "طلاء", "تهيئة", "زيارة", "إعانة", "تعليم", "مرافقة", "سقي", "Nettoyage", "Plantation", "Collecte", "Distribution"};
  private static final String[] THINGS = {"أشجار الصنوبر", "شاطئ البحر", "قفة رمضان", "أكياس الدم", "المدرسة القديمة", "جدران الحي", "الحديقة العمومية", "دار المسنين", "العائلات المعوزة", "تلاميذ الابتدائي",
      "ذوي الإعاقة", "الواحة", "de la plage", "d'oliviers", "de sang", "de repas", "وادي المدينة", "المقبرة", "ملابس الشتاء", "كتب مستعملة"};
  private static final String[] REACHED = {"حوالي 300 شجرة", "40 كيس نفايات", "85 قفة؛ 20 وجبة", "25 كيس دم", "1200 repas", "", "60 كتاب", ""};
  private static final String[] FIELDS = {"ENV", "البيئة", "FOO", "HLT", "EDU", "SOC", "", "CHD"};

  private final Platform platform;
  private final Path work;
  private final int rows;
  private final int seconds;
  private final List<String> report = new ArrayList<>();

  private ArchiveBench(Path work, int rows, int seconds) {
    platform = new Platform(work);
    this.work = platform.data;
    this.rows = rows;
    this.seconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    int rows = 1_000_000;
    int seconds = 8;
    Path data = Path.of("data", "bench-archive");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "archive" -> { }
        case "--rows" -> rows = Integer.parseInt(args[++i]);
        case "--seconds" -> seconds = Integer.parseInt(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench archive [--rows N] [--seconds N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    new ArchiveBench(data, rows, seconds).run();
  }

  private void run() throws Exception {
    say("# The archive, " + LocalDate.now());
    say("");
    say("Platform, PostgreSQL and whatever else runs share " + Runtime.getRuntime().availableProcessors() + " cores; load average at the start " + Platform.load()
        + ". So processor time stands beside the clock. The heap is that of bin/run and bin/import (160 MB unless set otherwise).");
    say("");
    try {
      platform.start();
      Path table = table("archive.csv", rows, "");
      say("- The table: " + rows + " rows, " + Files.size(table) / 1024 / 1024 + " MB of CSV, one row in a hundred bad.");
      importAll(table);
      copy();
      killed();
      publish();
      platform.start();
      statements();
      pages();
    } finally {
      platform.stop();
    }
    Files.writeString(Path.of("bench", "ARCHIVE.md"), String.join("\n", report) + "\n");
  }

  // A table as people bring it -----------------------------------------------------------------------------------------

  private Path table(String name, int count, String mark) throws Exception {
    Path file = work.resolve(name);
    List<String> places = platform.psql("select c.name_ar || ';' || w.name_ar from places.commune c join places.wilaya w on w.code = c.wilaya_code order by c.code").lines().toList();
    Random chance = new Random(20261205);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("رقم;عنوان العملية;التاريخ;البلدية;الولاية;الجمعية;عدد المشاركين;عدد الساعات;الحصيلة;المجال;الوصف\n");
      for (int i = 1; i <= count; i++) {
        int people = 3 + chance.nextInt(60);
        LocalDate day = LocalDate.of(2014, 1, 1).plusDays(chance.nextInt(4300));
        String when = switch (i % 10) {
          case 0 -> Integer.toString(day.getYear());
          case 1 -> day.getMonthValue() + "-" + day.getYear();
          default -> String.format("%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        };
        out.write(mark + i + ";" + pick(DEEDS, chance) + " " + pick(THINGS, chance) + " " + (1 + chance.nextInt(900)) + ";" + (i % 100 == 50 ? "قريبا" : when) + ";"
            + places.get((int) (Math.pow(chance.nextDouble(), 2) * places.size())) + ";جمعية " + pick(THINGS, chance) + " " + chance.nextInt(200) + ";" + people + ";"
            + people * (1 + chance.nextInt(6)) + ";" + pick(REACHED, chance) + ";" + pick(FIELDS, chance) + ";خرج المتطوعون صباحا وعملوا حتى الظهر مع سكان الحي " + i + "\n");
      }
    }
    return file;
  }

  private static String pick(String[] some, Random chance) {
    return some[chance.nextInt(some.length)];
  }

  // Bringing it in -----------------------------------------------------------------------------------------------------

  private void importAll(Path table) throws Exception {
    double database = platform.databaseSeconds();
    Import run = new Import(List.of("operations", table.toString()));
    run.await();
    double took = run.seconds();
    String counts = platform.psql("select rows_in || ' in = ' || rows_stored || ' stored + ' || rows_same || ' same + ' || rows_bad || ' bad' from imports.import order by id desc limit 1");
    double storing = Double.parseDouble(platform.psql("select extract(epoch from ended_at - started_at) from imports.import order by id desc limit 1"));
    say("- Brought in by `bin/import operations`: " + counts + "; the whole command " + round(took) + " s (start, checking and counting the file, preview and storing), storing alone "
        + round(storing) + " s: **" + Math.round(rows / storing * 60) + " rows a minute**; processor time of the program " + round(run.cpu) + " s, of PostgreSQL "
        + round(platform.databaseSeconds() - database) + " s. Resident memory of the program at most " + run.mostKb / 1024 + " MB (" + run.memory() + ").");
  }

  /** The limit: the same rows, all of them good already, into a table with the same columns, checks and indexes. */
  private void copy() throws Exception {
    Path rowsFile = work.resolve("rows.copy");
    platform.psql("\\copy archive.operation to '" + rowsFile + "'");
    platform.psql("drop table if exists archive.copied; create table archive.copied (like archive.operation including all)");
    double database = platform.databaseSeconds();
    long began = System.nanoTime();
    platform.psql("\\copy archive.copied from '" + rowsFile + "'");
    double took = (System.nanoTime() - began) / 1e9;
    say("- The limit, the stored rows by psql’s `\\copy` into a table with the same columns, checks and indexes (no reading, no foreign keys, no units): " + round(took) + " s, "
        + Math.round(Long.parseLong(platform.psql("select count(*) from archive.copied")) / took * 60) + " rows a minute; processor time of PostgreSQL " + round(platform.databaseSeconds() - database) + " s.");
    platform.psql("drop table archive.copied");
    Files.delete(rowsFile);
  }

  private void killed() throws Exception {
    int some = Math.max(10_000, rows / 10);
    Path table = table("killed.csv", some, "k");
    Import run = new Import(List.of("operations", table.toString()));
    String id = "";
    long done = 0;
    while (done < some / 3 && run.process.isAlive()) {
      Thread.sleep(100);
      id = platform.psql("select coalesce(max(id), 0) from imports.import where file_name = 'killed.csv'");
      done = Long.parseLong(platform.psql("select coalesce(max(rows_done), 0) from imports.import where id = " + id));
    }
    run.process.descendants().forEach(ProcessHandle::destroyForcibly);
    run.process.destroyForcibly().waitFor();
    Thread.sleep(1_000);
    String at = platform.psql("select rows_done || ' counted, ' || (select count(*) from archive.operation where import_id = " + id + ") || ' stored' from imports.import where id = " + id);
    Import again = new Import(List.of("resume", id));
    again.await();
    say("- A table of " + some + " rows, its import killed (SIGKILL) in the middle (" + at + "), gone on with by `bin/import resume`: "
        + platform.psql("select state || ', ' || rows_in || ' in = ' || rows_stored || ' stored + ' || rows_same || ' same + ' || rows_bad || ' bad' from imports.import where id = " + id)
        + "; rows that stand in the archive: " + platform.psql("select count(*) || ', different ones ' || count(distinct import_row) from archive.operation where import_id = " + id) + ".");
  }

  /** As after a supervisor's yes: the platform goes on with it when it starts. */
  private void publish() throws Exception {
    platform.psql("update archive.batch set state = 'publishing'");
    platform.stop();
    platform.start();
    double database = platform.databaseSeconds();
    long began = System.nanoTime();
    long most = 0;
    while (!platform.psql("select count(*) from archive.batch where state = 'publishing'").equals("0")) {
      Thread.sleep(2_000);
      most = Math.max(most, platform.residentKb());
    }
    double took = (System.nanoTime() - began) / 1e9;
    long listed = Long.parseLong(platform.psql("select count(*) from archive.listing"));
    say("- Published in the background after one decision (words, keys, sums, twins of each): " + listed + " in " + round(took) + " s, " + Math.round(listed / took * 60)
        + " a minute; processor time of PostgreSQL " + round(platform.databaseSeconds() - database) + " s; resident memory of the platform at most " + most / 1024 + " MB. Pairs proposed: "
        + platform.psql("select count(*) from archive.pair") + ".");
    platform.psql("analyze archive.listing; analyze archive.tally; analyze archive.operation; vacuum archive.listing");
    say("- On disk: operations " + size("archive.operation") + ", list " + size("archive.listing") + ", sums " + size("archive.tally") + ".");
    platform.stop();
  }

  private String size(String table) throws Exception {
    return platform.psql("select pg_size_pretty(pg_total_relation_size('" + table + "'))");
  }

  // Searching ----------------------------------------------------------------------------------------------------------

  private void statements() throws Exception {
    say("");
    say("Each statement alone by pgbench, 8 connections, " + seconds + " s, planned anew each time as the platform does, wilayas, fields and years drawn at random; milliseconds.");
    say("");
    say("| statement | /s | p50 | p99 |");
    say("| --- | --- | --- | --- |");
    String page = "select l.operation_id, l.first_day from archive.listing l where %s order by l.first_day desc, l.operation_id desc limit 25;";
    String count = "select cast(extract(year from f.first_day) as integer) as year, count(*) as number from (select l.first_day from archive.listing l where %s limit 1001) f group by 1;";
    String wilaya = "\\set w random(1, 58)\n\\set y random(2014, 2025)\n";
    measure("first page", page.formatted("true"));
    measure("a page in the middle", wilaya + page.formatted("(l.first_day, l.operation_id) < (make_date(:y, 6, 1), 400000)"));
    measure("a wilaya", wilaya + page.formatted("l.wilaya_code = lpad(':w', 2, '0')::char(2)").replace("':w'", ":w::text"));
    measure("a wilaya, a field, a year", wilaya + page.formatted("l.wilaya_code = lpad(:w::text, 2, '0')::char(2) and l.field_code = 'ENV' and l.first_day >= make_date(:y, 1, 1) and l.first_day < make_date(:y + 1, 1, 1)"));
    for (String words : List.of("'غرس':* & 'صنوبر':*", "'وهر':*", "'سطيف':* & 'دم'", "'plage':*", "'متطوع':*")) {
      measure("words " + words.replace("'", "").replace(":*", "…") + ", page", page.formatted("l.words @@ cast($$" + words + "$$ as tsquery)"));
      measure("words " + words.replace("'", "").replace(":*", "…") + ", count", count.formatted("l.words @@ cast($$" + words + "$$ as tsquery)"));
      measure("words " + words.replace("'", "").replace(":*", "…") + " in a wilaya, page", wilaya + page.formatted("l.words @@ cast($$" + words + "$$ as tsquery) and l.wilaya_code = lpad(:w::text, 2, '0')::char(2)"));
    }
    measure("years of a wilaya", wilaya + "select cast(extract(year from month) as integer), sum(operations) from archive.tally where wilaya = lpad(:w::text, 2, '0') and field = '' and operations > 0 group by 1;");
    measure("sums of a wilaya and a year", wilaya + "select sum(operations), sum(people), sum(minutes_d), sum(minutes_e) from archive.tally where wilaya = lpad(:w::text, 2, '0') and field = '' and month between make_date(:y, 1, 1) and make_date(:y, 12, 1);");
    measure("numbers of all wilayas", "select wilaya, sum(operations) from archive.tally where field = '' and month between '1900-01-01' and '2200-12-01' group by wilaya;");
  }

  private void measure(String what, String statement) throws Exception {
    Path script = work.resolve("one.sql");
    Files.writeString(script, statement);
    for (Path old : logs()) Files.delete(old);
    String out = platform.pgbench(8, seconds, List.of("-M", "simple", "-l", "--log-prefix=" + work.resolve("log"), "-f", script.toString()));
    List<Double> times = new ArrayList<>();
    for (Path log : logs()) for (String line : Files.readAllLines(log)) times.add(Double.parseDouble(line.split(" ")[2]) / 1000);
    times.sort(Double::compare);
    if (times.isEmpty()) throw new IllegalStateException(what + ": " + out);
    say("| " + what + " | " + Math.round(times.size() / (double) seconds) + " | " + round(times.get(times.size() / 2)) + " | " + round(times.get(Math.min(times.size() - 1, times.size() * 99 / 100))) + " |");
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.filter(file -> file.getFileName().toString().startsWith("log.")).toList();
    }
  }

  private void pages() throws Exception {
    say("");
    say("Whole pages, one after another, load average " + Platform.load() + ": ");
    HttpClient http = HttpClient.newHttpClient();
    for (String path : List.of("/archive", "/archive?wilaya=19", "/archive?q=%D8%BA%D8%B1%D8%B3", "/archive?view=places", "/archive/" + platform.psql("select max(operation_id) from archive.listing"))) {
      List<Double> times = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        long began = System.nanoTime();
        int status = http.send(HttpRequest.newBuilder(URI.create(platform.base() + path)).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 200) throw new IllegalStateException(path + " answers " + status);
        if (i >= 10) times.add((System.nanoTime() - began) / 1e6);
        Thread.sleep(150);
      }
      times.sort(Double::compare);
      say("- " + path + ": median " + round(times.get(times.size() / 2)) + " ms, slowest " + round(times.getLast()) + " ms");
    }
  }

  // Processes ----------------------------------------------------------------------------------------------------------

  /** A command of the program, looked at as it runs. */
  private final class Import {

    final Process process;
    final List<Long> memory = new ArrayList<>();
    long mostKb;
    double cpu;
    private final long began = System.nanoTime();
    private long ended;

    Import(List<String> words) throws IOException {
      List<String> command = new ArrayList<>(List.of("bin/import"));
      command.addAll(words);
      command.addAll(List.of("--data", work.toString()));
      process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(work.resolve("import.log").toFile()).start();
    }

    void await() throws Exception {
      while (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
        long pid = process.pid();
        long now = Platform.residentKb(pid);
        mostKb = Math.max(mostKb, now);
        memory.add(now);
        cpu = Math.max(cpu, process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(0.0));
      }
      ended = System.nanoTime();
      if (process.exitValue() != 0) throw new IllegalStateException(Files.readString(work.resolve("import.log")));
    }

    double seconds() {
      return (ended - began) / 1e9;
    }

    /** In four moments of its life. */
    String memory() {
      return Arrays.stream(new int[] {1, 2, 3, 4}).mapToObj(quarter -> memory.get(Math.min(memory.size() - 1, memory.size() * quarter / 4)) / 1024 + " MB")
          .collect(Collectors.joining(", ", "after each quarter of the time ", ""));
    }
  }

  private static double round(double number) {
    return Math.round(number * 10) / 10.0;
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
