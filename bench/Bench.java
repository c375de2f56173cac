import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the platform beside its limits, in one run on one machine; the ratio is the result.
 * Pages stand beside nginx serving the same bytes; search and check-in beside pgbench running the very same SQL (taken from the database's own log, fsync on).
 * Run by bin/bench; needs wrk, nginx, pgbench and psql. All traffic is on loopback and every load ends by itself.
 */
final class Bench {

  private static final String WORDS = "تشجير,تنظيف,سطيف,وهران,Setif,plantation,مدرسة,رمضان,قفة,شاطئ,الجزائر,دعم,أطفال,مسنين,توعية,غابة";
  private static final int SHIFTS = 20;
  private static final int PEOPLE = 40_000;
  private static final long FIRST_PERSON = 10_000_001;
  private static final long FIRST_SHIFT = 20_000_001;

  private final Path work;
  private final int seconds;
  private final int rounds;
  private final List<String> report = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;
  private int from = 1;
  private Database database;
  private Process app;
  private boolean warming;
  private final List<String> warmed = new ArrayList<>();

  /** @param waits the hundredth latency as wrk tells it, with questions that were not asked because their connection waited */
  private record Load(double perSecond, double p50, double p99, double waits, long failed, long count) {}

  private record Database(String port, String password) {}

  private Bench(Path work, int seconds, int rounds) {
    this.work = work;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    int seconds = 3;
    int rounds = 3;
    Path data = Path.of("data", "bench");
    boolean badges = false;
    boolean figures = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--seconds" -> seconds = Integer.parseInt(args[++i]);
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "badges" -> badges = true;
        case "figures" -> figures = true;
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench [badges | figures] [--seconds N] [--rounds N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    Files.createDirectories(data);
    Bench bench = new Bench(data.toAbsolutePath(), seconds, rounds);
    if (badges) bench.badges();
    else if (figures) bench.figures();
    else bench.run();
  }

  /** All badges of 40,000 people from a million lines: once from nothing, and once after a rule was changed. */
  private void badges() throws Exception {
    say("# Badges, " + LocalDate.now());
    say("");
    app = start(true);
    try {
      database = database();
      psql(Files.readString(Path.of("bench", "many-lines.sql")));
      say("People: " + psql("select count(*) from volunteers.volunteer") + "; lines of the ledger: " + psql("select count(*) from hours.entry") + "; "
          + Runtime.getRuntime().availableProcessors() + " cores shared with PostgreSQL.");
      say("");
      walk("every badge of everybody, from nothing");
      psql("insert into recognition.version (definition_id, version, name_ar, words_ar, shape, tone, mark, rule, keeps, published_at) select definition_id, 1 + max(version), "
          + "'قياس', 'قياس', 1, 'cedar', '30', '{\"all\":[{\"is\":\"hours\",\"minutes\":1800,\"grades\":[\"A\",\"B\",\"C\"],\"period\":{\"is\":\"always\"},\"fields\":[]}]}', false, now() "
          + "from recognition.version v join recognition.definition d on d.id = v.definition_id and d.key = 'hours-25' group by definition_id");
      walk("everybody again, after the rule of one badge was changed");
    } finally {
      stop(app);
    }
    Files.writeString(Path.of("bench", "BADGES.md"), String.join("\n", report) + "\n");
  }

  /** From the moment it is asked for until the last person was looked at: the wait for the clock is in it. */
  private void walk(String what) throws Exception {
    psql("update recognition.walk set finished_at = now(), superseded = true where finished_at is null");
    String id = psql("insert into recognition.walk (quiet, total) select true, count(*) from volunteers.volunteer returning id");
    while (psql("select finished_at is not null from recognition.walk where id = " + id).equals("f")) Thread.sleep(500);
    say("- " + what + ": " + psql("select round(extract(epoch from finished_at - started_at), 1) || ' s; given ' || given || ', taken ' || taken from recognition.walk where id = " + id));
  }

  // Figures from ten million lines -------------------------------------------------------------------------------------

  private static final String HEAD = "| view | asked | p50 | p95 | p99 |";

  /** What dashboards ask, at a million lines and at ten, by the processes that really answer; what ten and a hundred times as much would cost is worked out from both. */
  private void figures() throws Exception {
    say("# What figures cost, " + LocalDate.now());
    say("");
    say("A million volunteers, 2,500 organisations, 500 campaigns, 1,541 communes; three years. PostgreSQL (384 MB of its own memory) and the platform (a heap of 160 MB) share "
        + Runtime.getRuntime().availableProcessors() + " cores with whatever else runs there: the load is that of the last minute, and processor time does not depend on it. "
        + "Every view is asked with all eleven breakdowns and nothing remembered by the process; the nation's first answers are kept in the database (decision 0060). Milliseconds.");
    Process measuring = new ProcessBuilder("bin/statistics", "measure", "--data", work.toString()).redirectErrorStream(true).start();
    try (BufferedReader told = new BufferedReader(new InputStreamReader(measuring.getInputStream(), StandardCharsets.UTF_8))) {
      await(told, "ready");
      database = database();
      psql(Files.readString(Path.of("bench", "many-volunteers.sql")));
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
      stop(measuring);
    }
    Files.writeString(Path.of("bench", "STATISTICS.md"), String.join("\n", report) + "\n");
  }

  private Map<String, double[]> figuresOf(int lines, int more, Process measuring, BufferedReader told) throws Exception {
    say("");
    say(String.format(java.util.Locale.ROOT, "## %,d lines", lines));
    say("");
    psql("drop index if exists hours.entry_volunteer_id_day_id_idx, hours.entry_organization_id_day_idx");
    psql("\\set lines " + more + "\n" + Files.readString(Path.of("bench", "many-entries.sql")));
    psql("create index entry_volunteer_id_day_id_idx on hours.entry (volunteer_id, day desc, id desc); create index entry_organization_id_day_idx on hours.entry (organization_id, day); "
        + "vacuum analyze hours.entry; analyze volunteers.volunteer; checkpoint");
    killedAndResumed();
    rebuild("A rebuild from the ledger in one go");
    psql("vacuum analyze figures.slice; checkpoint");
    say("- sizes: ledger " + psql("select pg_size_pretty(pg_total_relation_size('hours.entry'))") + ", slices " + psql("select pg_size_pretty(pg_total_relation_size('figures.slice'))")
        + " in " + psql("select to_char(count(*), 'FM999,999,999') from figures.slice") + " rows (" + psql("select string_agg(kind || ': ' || bytes, ', ' order by kind) from "
        + "(select kind, pg_size_pretty(sum(length(data))) as bytes from figures.slice group by kind) k") + ")");
    ask(measuring, told, rounds);
    say("");
    say("### Warm, load " + load());
    say("");
    Map<String, double[]> warm = table(ask(measuring, told, 3 * rounds));
    restartDatabase();
    say("");
    say("### Right after PostgreSQL was restarted and the system's copies of its files were dropped, each view once, load " + load());
    say("");
    table(ask(measuring, told, 1));
    freshLines();
    say("");
    say("### With 4,000 lines that the slices do not hold yet, load " + load());
    say("");
    table(ask(measuring, told, rounds));
    return warm;
  }

  /** The years that were done stay done. */
  private void killedAndResumed() throws Exception {
    Process rebuilding = new ProcessBuilder("bin/statistics", "rebuild", "--data", work.toString()).redirectErrorStream(true).start();
    try (BufferedReader told = new BufferedReader(new InputStreamReader(rebuilding.getInputStream(), StandardCharsets.UTF_8))) {
      await(told, "\\d{4}: \\d+ lines.*");
      Thread.sleep(500);
      rebuilding.destroyForcibly().waitFor();
    }
    say("- killed (kill -9) in the second year: " + psql("select coalesce(string_agg(year::text, ', ' order by year), 'none') from figures.state where year not in (select year from figures.to_make)") + " done, "
        + psql("select string_agg(year::text, ', ' order by year) from figures.to_make") + " to do");
    rebuild("going on from there");
  }

  private void rebuild(String what) throws Exception {
    String out = output(List.of("bin/statistics", "rebuild", "--data", work.toString()), Map.of());
    say("- " + what + ": " + out.strip().lines().reduce((first, last) -> last).orElse("") + " (" + out.strip().lines().filter(line -> line.matches("\\d{4}: .*"))
        .collect(java.util.stream.Collectors.joining("; ")) + "), load " + load());
  }

  private void freshLines() throws Exception {
    psql("alter table hours.entry enable always trigger figures_of_lines");
    psql("\\set lines 4000\n" + Files.readString(Path.of("bench", "many-entries.sql")));
    psql("alter table hours.entry enable trigger figures_of_lines");
  }

  /** Stopped as an administrator stops it; the platform starts it again. What the system keeps of its files is forgotten, so that they come from the disk. */
  private void restartDatabase() throws Exception {
    String began = psql("select pg_postmaster_start_time()");
    psql("checkpoint");
    output(List.of("kill", "-INT", Files.readAllLines(work.resolve("postgres").resolve("postmaster.pid")).getFirst().strip()), Map.of());
    for (int i = 0; i < 120; i++) {
      Thread.sleep(500);
      try {
        database = database();
        if (!psql("select pg_postmaster_start_time()").equals(began)) break;
      } catch (IllegalStateException | IOException starting) {
        continue;
      }
    }
    output(List.of("find", work.resolve("postgres").resolve("base").toString(), "-type", "f", "-size", "+64k", "-exec", "dd", "if={}", "iflag=nocache", "count=0", "status=none", ";"), Map.of());
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

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private void run() throws Exception {
    say("# Figures of " + LocalDate.now());
    say("");
    say("Load generator, platform, PostgreSQL and nginx share " + Runtime.getRuntime().availableProcessors() + " cores. Each row: " + rounds
        + " runs of " + seconds + " s on each side in turn, the median run; before them the platform is warmed until its rate no longer rises and its compilers rest. Latencies in milliseconds.");
    say("");
    app = start(true);
    try {
      stop(app);
      app = start(false);
      database = database();
      long resting = residentKb(app);
      manyOpportunities();
      say("| what | connections | platform /s | p50 | p99 | p99 with waits | limit | limit /s | p50 | p99 | ratio | failed |");
      say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      page("list page", "/opportunities");
      page("opportunity page", "/opportunities/" + psql("select max(id) from opportunities.opportunity where state = 'published'"));
      search();
      checkIn();
      say("");
      say("Seconds of load before each row: " + String.join(", ", warmed) + ".");
      say("");
      long loaded = residentKb(app);
      Thread.sleep(40_000);
      say("Memory resident after start " + resting / 1024 + " MB, after all loads " + loaded / 1024 + " MB, after 40 s of quiet " + residentKb(app) / 1024
          + " MB (the platform's process; PostgreSQL apart).");
    } finally {
      stop(app);
    }
    Files.writeString(Path.of("bench", "FIGURES.md"), String.join("\n", report) + "\n");
  }

  // The platform -----------------------------------------------------------------------------------------------------

  private Process start(boolean first) throws Exception {
    port = freePort();
    Process app = new ProcessBuilder("bin/run", "--demo", "--port", "" + port, "--data", work.toString()).redirectErrorStream(true).start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(app.getInputStream(), StandardCharsets.UTF_8));
    for (String line; (line = lines.readLine()) != null; ) {
      Matcher ready = Pattern.compile("ready in (\\d+) ms").matcher(line);
      if (ready.find()) {
        say((first ? "First start, empty database filled with the demo: " : "Start with the database in place: ") + "ready in " + ready.group(1) + " ms.  ");
        Thread.ofVirtual().start(() -> drain(lines));
        return app;
      }
    }
    throw new IllegalStateException("the platform did not start: exit " + app.waitFor());
  }

  private static void drain(BufferedReader lines) {
    try {
      while (lines.readLine() != null) continue;
    } catch (IOException closed) {
      // the platform was stopped
    }
  }

  private static void stop(Process app) throws InterruptedException {
    app.destroy();
    if (!app.waitFor(60, TimeUnit.SECONDS)) app.destroyForcibly();
  }

  private static long residentKb(Process app) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + app.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
    }
    return 0;
  }

  private Database database() throws IOException {
    return new Database(Files.readString(work.resolve("postgres.port")).strip(), Files.readString(work.resolve("postgres.password")).strip());
  }

  /** The demo has 6,000 opportunities; search is measured at 100,000: the same ones again under other numbers. */
  private void manyOpportunities() throws Exception {
    psql(Files.readString(Path.of("bench", "many-opportunities.sql")));
    say("Opportunities: " + psql("select count(*) from opportunities.opportunity") + "; listed: " + psql("select count(*) from opportunities.listing")
        + "; volunteers: " + psql("select count(*) from volunteers.volunteer") + ".");
    say("");
  }

  // Pages beside nginx -----------------------------------------------------------------------------------------------

  private void page(String what, String path) throws Exception {
    HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
    Path root = Files.createDirectories(work.resolve("nginx"));
    Files.write(root.resolve("page.html"), answer.body());
    int nginxPort = freePort();
    Path configuration = root.resolve("nginx.conf");
    Files.writeString(configuration, """
        worker_processes 2;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off; sendfile on; keepalive_requests 1000000; types { text/html html; }
          server { listen 127.0.0.1:%2$d; location / { root %1$s; } }
        }
        """.formatted(root, nginxPort));
    Process nginx = new ProcessBuilder("nginx", "-c", configuration.toString(), "-g", "daemon off;").redirectErrorStream(true).start();
    try {
      Thread.sleep(500);
      for (int connections : new int[] {8, 64}) {
        List<Load> ours = new ArrayList<>();
        List<Load> limit = new ArrayList<>();
        warm(() -> wrk(base() + path, connections, 2, null));
        for (int i = 0; i < rounds; i++) {
          ours.add(wrk(base() + path, connections, seconds, null));
          limit.add(wrk("http://127.0.0.1:" + nginxPort + "/page.html", connections, seconds, null));
        }
        row(what + " (" + answer.body().length / 1024 + " KB)", connections, median(ours), "nginx, same bytes", median(limit));
      }
    } finally {
      nginx.destroy();
      nginx.waitFor(10, TimeUnit.SECONDS);
    }
  }

  // Search and check-in beside pgbench running the very same SQL ------------------------------------------------------

  /** Frequent words, asked again and again; and searches of which hardly two are alike: every word in every wilaya and field, in both orders. */
  private void search() throws Exception {
    List<String> words = java.util.Arrays.stream(WORDS.split(",")).map(word -> "/opportunities?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8)).toList();
    search("search, frequent words", words, words);
    List<String> all = new ArrayList<>();
    for (String filter : psql("select 'wilaya=' || code from places.wilaya union all select 'field=' || code from taxonomy.field order by 1").split("\n")) {
      for (String word : words) all.addAll(List.of(word + "&" + filter, word + "&" + filter + "&sort=date"));
    }
    java.util.Collections.shuffle(all, new java.util.Random(7));
    search("search, hardly two alike", all, all.subList(0, 64));
  }

  /** @param sample those whose statements pgbench runs, taken from the log once: they do not depend on how warm the platform is */
  private void search(String what, List<String> paths, List<String> sample) throws Exception {
    List<String> scripts = searchStatements(sample);
    for (int connections : new int[] {8, 64}) {
      List<Load> ours = new ArrayList<>();
      List<Load> limit = new ArrayList<>();
      warm(() -> wrk(base() + "/", connections, 2, searchScript(paths)));
      for (int i = 0; i < rounds; i++) {
        ours.add(wrk(base() + "/", connections, seconds, searchScript(paths)));
        limit.add(pgbench(connections, scripts));
      }
      row(what, connections, median(ours), "pgbench, same SQL", median(limit));
    }
  }

  private List<String> searchStatements(List<String> paths) throws Exception {
    List<Act> searches = new ArrayList<>();
    for (String path : paths) searches.add(() -> get(path + "&n=" + System.nanoTime()));
    List<String> scripts = new ArrayList<>();
    for (List<String> statements : statementsOfEach("opportunities.listing", searches)) {
      Path sql = work.resolve("search-" + scripts.size() / 2 + ".sql");
      // codes of places are text, whatever they look like
      Files.writeString(sql, String.join("\n", statements).replaceAll("(_code = )(\\d+)", "$1'$2'") + "\n");
      scripts.addAll(List.of("-f", sql.toString()));
    }
    return scripts;
  }

  /** A number that no page knows makes each address new, so that no cache of pages answers for the search. */
  private Path searchScript(List<String> paths) throws IOException {
    Path script = work.resolve("search.lua");
    Files.writeString(script, """
        local paths = {
        %s
        }
        local n = 0
        local threads = 0
      function setup(thread) thread:set("id", threads); threads = threads + 1 end
        function request()
          n = n + 1
          return wrk.format("GET", paths[(2 * n + id) %% #paths + 1] .. "&n=%s-" .. id .. "-" .. n)
        end
        """.formatted(String.join("\n", paths.stream().map(path -> "\"" + path + "\",").toList()), Long.toString(System.nanoTime(), 36)));
    return script;
  }

  /** Forty thousand people in each of twenty shifts, all with a seat, so that each check-in is somebody's first: a second one would be answered from
   *  what the first one left, by other statements. */
  private void checkIn() throws Exception {
    psql(Files.readString(Path.of("bench", "many-to-check-in.sql")));
    String cookie = signIn("coordinator@example.org");
    String csrf = csrf("/desk", cookie);
    List<String> statements = statementsOf("attendance.deed", () -> checkInOnce(cookie, csrf, pair(0), "bench-key-logged"));
    Path sql = work.resolve("check-in.sql");
    Files.writeString(sql, pgbenchCheckIn(statements));
    for (int connections : new int[] {8, 64}) {
      List<Load> ours = new ArrayList<>();
      List<Load> limit = new ArrayList<>();
      warm(() -> used(wrk(base(), connections, 2, checkInScript(cookie, csrf, from))));
      for (int i = 0; i < rounds; i++) {
        ours.add(used(wrk(base(), connections, seconds, checkInScript(cookie, csrf, from))));
        limit.add(used(pgbench(connections, List.of("-f", sql.toString(), "-D", "base=" + from, "-D", "k=0", "-D", "clients=" + connections))));
      }
      row("check-in", connections, median(ours), "pgbench, same SQL", median(limit));
    }
    long twice = Long.parseLong(psql("select count(*) from attendance.deed where shift_id > " + (FIRST_SHIFT - 1) + " and shift_id < " + (FIRST_SHIFT + SHIFTS)
        + " and outcome <> 'done'"));
    if (twice > 0) throw new IllegalStateException(twice + " check-ins were of somebody who was there already: the figures are not those of a check-in");
  }

  /** The next load begins behind the pairs of this one; threads and clients are not equally far. */
  private Load used(Load load) {
    from += (int) (load.count * 1.4) + 2000;
    if (from > SHIFTS * PEOPLE) throw new IllegalStateException("nobody is left to check in: fewer --seconds or --rounds");
    return load;
  }

  /** Shift and volunteer of the n-th check-in. */
  private static long[] pair(int n) {
    return new long[] {FIRST_SHIFT + n / PEOPLE, FIRST_PERSON + n % PEOPLE};
  }

  private String signIn(String email) throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    String form = browser.send(HttpRequest.newBuilder(URI.create(base() + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString()).body();
    browser.send(post("/sign-in", "_csrf=" + token(form) + "&contact=" + URLEncoder.encode(email, StandardCharsets.UTF_8)), HttpResponse.BodyHandlers.ofString());
    Thread.sleep(500);
    String outbox = browser.send(HttpRequest.newBuilder(URI.create(base() + "/demo/outbox?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8)))
        .header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofString()).body();
    Matcher code = Pattern.compile("\\b(\\d{6})\\b").matcher(outbox);
    if (!code.find()) throw new IllegalStateException("no code in the outbox: " + outbox);
    String codeForm = browser.send(HttpRequest.newBuilder(URI.create(base() + "/sign-in/code")).build(), HttpResponse.BodyHandlers.ofString()).body();
    browser.send(post("/sign-in/code", "_csrf=" + token(codeForm) + "&code=" + code.group(1)), HttpResponse.BodyHandlers.ofString());
    var cookies = ((java.net.CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies();
    return String.join("; ", cookies.stream().map(c -> c.getName() + "=" + c.getValue()).toList());
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base() + path)).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", base())
        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private String csrf(String path, String cookie) throws Exception {
    HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(base() + path)).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
    return token(answer.body());
  }

  private static String token(String page) {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    if (!token.find()) throw new IllegalStateException("no form on the page");
    return token.group(1);
  }

  private String checkInOnce(String cookie, String csrf, long[] pair, String key) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base() + "/api/shifts/" + pair[0] + "/attendance")).header("Cookie", cookie).header("X-CSRF-TOKEN", csrf)
        .header("Origin", base()).header("Idempotency-Key", key).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"deed\":\"check-in\",\"volunteer\":" + pair[1] + "}")).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) throw new IllegalStateException("check-in answered " + answer.statusCode() + ": " + answer.body());
    return answer.body();
  }

  private Path checkInScript(String cookie, String csrf, int from) throws IOException {
    Path script = work.resolve("check-in.lua");
    Files.writeString(script, """
        local threads = 0
      function setup(thread) thread:set("id", threads); threads = threads + 1 end
        local n = 0
        function request()
          local pair = %d + n * 2 + id
          n = n + 1
          local shift = %d + math.floor(pair / %d)
          local volunteer = %d + pair %% %d
          return wrk.format("POST", "/api/shifts/" .. shift .. "/attendance",
            {["Cookie"] = "%s", ["X-CSRF-TOKEN"] = "%s", ["Origin"] = "%s", ["Content-Type"] = "application/json",
             ["Idempotency-Key"] = "bench-key-" .. pair},
            '{"deed":"check-in","volunteer":' .. volunteer .. '}')
        end
        """.formatted(from, FIRST_SHIFT, PEOPLE, FIRST_PERSON, PEOPLE, cookie, csrf, base()));
    return script;
  }

  /** The logged statement with the logged shift, volunteer and key replaced by those of the client's next pair. */
  private String pgbenchCheckIn(List<String> statements) {
    long[] logged = pair(0);
    String sql = String.join("\n", statements).replace("'bench-key-logged'", "('pgbench-' || (:n)::text)")
        .replaceAll("\\b" + logged[1] + "\\b", "(:volunteer)::bigint").replaceAll("\\b" + logged[0] + "\\b", "(:shift)::bigint");
    return "\\set n :base + :client_id + :k * :clients\n\\set k :k + 1\n\\set shift " + FIRST_SHIFT + " + :n / " + PEOPLE + "\n\\set volunteer " + FIRST_PERSON
        + " + :n % " + PEOPLE + "\n" + sql + "\n";
  }

  // Tools ------------------------------------------------------------------------------------------------------------

  private interface Act {
    Object act() throws Exception;
  }

  private interface Loading {
    Load load() throws Exception;
  }

  /** Compiles what is hot, fills what is remembered: short loads until, twice in turn, the rate rises by less than a twentieth and the JVM's compilers have
   *  used less than a tenth of a processor; forty at most. A rate alone stands still for some seconds also while one of two processors compiles. */
  private void warm(Loading loading) throws Exception {
    double best = 0;
    int still = 0;
    int i = 0;
    warming = true;
    for (; i < 40 && still < 2; i++) {
      long began = System.nanoTime();
      long compiled = compilerTicks();
      double rate = loading.load().perSecond;
      double share = (compilerTicks() - compiled) / 100.0 / ((System.nanoTime() - began) / 1e9);
      still = rate > best * 1.05 || share > 0.1 ? 0 : still + 1;
      best = Math.max(best, rate);
    }
    warming = false;
    warmed.add(2 * i + (still < 2 ? " and still not still" : ""));
  }

  /** What the compilers of the platform's JVM have used until now, in hundredths of a second of a processor. */
  private long compilerTicks() throws IOException {
    long ticks = 0;
    try (var tasks = Files.list(Path.of("/proc/" + app.pid() + "/task"))) {
      for (Path task : tasks.toList()) {
        String stat = Files.readString(task.resolve("stat"));
        int name = stat.lastIndexOf(')');
        if (!stat.substring(stat.indexOf('('), name).matches("\\(C[12] Compiler.*")) continue;
        String[] fields = stat.substring(name + 2).split(" ");
        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      }
    }
    return ticks;
  }

  /** What the platform really sends to the database during one act.
   *  @param mark only statements that name this */
  private List<String> statementsOf(String mark, Act act) throws Exception {
    return statementsOfEach(mark, List.of(act)).getFirst();
  }

  /** What the platform really sends during each act: taken from the database's own log, with the values put in. */
  private List<List<String>> statementsOfEach(String mark, List<Act> acts) throws Exception {
    psql("alter system set log_statement = 'all'");
    psql("select pg_reload_conf()");
    Thread.sleep(1500);
    List<List<String>> all = new ArrayList<>();
    for (Act act : acts) all.add(logged(mark, act));
    psql("alter system reset log_statement");
    psql("select pg_reload_conf()");
    return all;
  }

  private List<String> logged(String mark, Act act) throws Exception {
    Path log = work.resolve("postgres.log");
    long before = Files.size(log);
    act.act();
    Thread.sleep(300);
    byte[] all = Files.readAllBytes(log);
    List<String> statements = Statements.in(new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8)).stream()
        .filter(statement -> statement.contains(mark) && !statement.contains("log_statement")).toList();
    if (statements.isEmpty()) throw new IllegalStateException("nothing about " + mark + " in " + log);
    return statements;
  }

  private Load wrk(String url, int connections, int seconds, Path script) throws Exception {
    List<String> command = new ArrayList<>(List.of("wrk", "-t2", "-c" + connections, "-d" + seconds + "s", "--latency", "--timeout", "10s"));
    Path asking = warming ? script : telling(script);
    if (asking != null) command.addAll(List.of("-s", asking.toString()));
    command.add(url);
    String out = output(command, Map.of());
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
    return Files.writeString(work.resolve("telling.lua"), (script == null ? "" : Files.readString(script)) + """
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

  private Load pgbench(int connections, List<String> scripts) throws Exception {
    Path logs = Files.createDirectories(work.resolve("pgbench"));
    List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-h", "127.0.0.1", "-p", database.port(), "-U", "postgres", "-c", "" + connections, "-j", "2",
        "-T", "" + seconds, "-M", "prepared", "-l", "--log-prefix=" + logs.resolve("log")));
    command.addAll(scripts);
    command.add("postgres");
    String out = output(command, Map.of("PGPASSWORD", database.password()));
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

  private String psql(String sql) throws Exception {
    Path file = Files.writeString(work.resolve("bench.sql"), sql);
    return output(List.of("psql", "-h", "127.0.0.1", "-p", database.port(), "-U", "postgres", "-d", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1", "-f", file.toString()),
        Map.of("PGPASSWORD", database.password())).strip();
  }

  private static String output(List<String> command, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(command.getFirst() + " failed: " + out);
    return out;
  }

  /** The run in the middle by rate. */
  private static Load median(List<Load> loads) {
    return loads.stream().sorted(java.util.Comparator.comparingDouble(Load::perSecond)).toList().get(loads.size() / 2);
  }

  private void row(String what, int connections, Load ours, String limitName, Load limit) {
    say(String.format("| %s | %d | %,.0f | %.1f | %.1f | %.1f | %s | %,.0f | %.1f | %.1f | %.0f %% | %d |", what, connections, ours.perSecond(), ours.p50(), ours.p99(), ours.waits(), limitName,
        limit.perSecond(), limit.p50(), limit.p99(), 100 * ours.perSecond() / limit.perSecond(), ours.failed()));
  }

  private String get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
