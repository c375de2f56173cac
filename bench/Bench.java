import java.io.IOException;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the platform beside its limits, in one run on one machine; the ratio is the result.
 * Pages stand beside nginx serving the same bytes; search and check-in beside pgbench running the very same SQL (taken from the database's own log, fsync on).
 * Run by bin/bench; needs wrk, nginx, pgbench and psql. All traffic is on loopback and every load ends by itself.
 */
final class Bench {

  private static final int STARTS = 7;

  private static final String WORDS = "تشجير,تنظيف,سطيف,وهران,Setif,plantation,مدرسة,رمضان,قفة,شاطئ,الجزائر,دعم,أطفال,مسنين,توعية,غابة";
  private static final int SHIFTS = 20;
  private static final int PEOPLE = 40_000;
  private static final long FIRST_PERSON = 10_000_001;
  private static final long FIRST_SHIFT = 20_000_001;

  private final Platform platform;
  private final Loads loads;
  private final int seconds;
  private final int rounds;
  private final List<String> report = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private int from = 1;

  private Bench(Path work, int seconds, int rounds) {
    platform = new Platform(work);
    loads = new Loads(platform, seconds);
    this.seconds = seconds;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    int seconds = 3;
    int rounds = 3;
    Path data = Path.of("data", "bench");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--seconds" -> seconds = Integer.parseInt(args[++i]);
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench [--seconds N] [--rounds N] [--data DIR]");
          System.exit(2);
        }
      }
    }
    new Bench(data, seconds, rounds).run();
  }

  private void run() throws Exception {
    say("# Figures of " + LocalDate.now());
    say("");
    say("Load generator, platform, PostgreSQL and nginx share " + Runtime.getRuntime().availableProcessors() + " cores. Each row: " + rounds
        + " runs of " + seconds + " s on each side in turn, the median run; before them the platform is warmed until its rate no longer rises and its compilers rest. Latencies in milliseconds.");
    say("");
    started("First start, empty database filled with the demo");
    try {
      platform.settle();
      platform.stop();
      startedAgain();
      long resting = platform.residentKb();
      manyOpportunities();
      platform.settle();
      say("| what | connections | platform /s | p50 | p99 | p99 with waits | limit | limit /s | p50 | p99 | ratio | failed |");
      say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      page("list page", "/opportunities");
      page("opportunity page", "/opportunities/" + platform.psql("select max(id) from opportunities.opportunity where state = 'published'"));
      search();
      checkIn();
      say("");
      say("Seconds of load before each row: " + loads.warmed() + ".");
      say("");
      long loaded = platform.residentKb();
      Thread.sleep(40_000);
      say("Memory resident after start " + resting / 1024 + " MB, after all loads " + loaded / 1024 + " MB, after 40 s of quiet " + platform.residentKb() / 1024
          + " MB (the platform's process; PostgreSQL apart).");
    } finally {
      platform.stop();
    }
    Files.writeString(Path.of("bench", "FIGURES.md"), String.join("\n", report) + "\n");
  }

  private void started(String how) throws Exception {
    say(how + ": ready in " + platform.start("--demo") + " ms.  ");
  }

  /** Several times, for the processor itself is not the same from minute to minute; the last one stays. */
  private void startedAgain() throws Exception {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      if (i > 0) platform.stop();
      all.add(platform.start("--demo"));
    }
    List<Long> sorted = all.stream().sorted().toList();
    say("Starts with the database in place: ready in " + sorted.get(STARTS / 2) + " ms, the middle one of " + sorted + ".  ");
  }

  /** The demo has 6,000 opportunities; search is measured at 100,000: the same ones again under other numbers. */
  private void manyOpportunities() throws Exception {
    platform.psql(Files.readString(Path.of("bench", "many-opportunities.sql")));
    say("Opportunities: " + platform.psql("select count(*) from opportunities.opportunity") + "; listed: " + platform.psql("select count(*) from opportunities.listing")
        + "; volunteers: " + platform.psql("select count(*) from volunteers.volunteer") + ".");
    say("");
  }

  // Pages beside nginx -----------------------------------------------------------------------------------------------

  private void page(String what, String path) throws Exception {
    HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
    Path root = Files.createDirectories(platform.data.resolve("nginx"));
    Files.write(root.resolve("page.html"), answer.body());
    int nginxPort = Platform.freePort();
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
        List<Loads.Load> ours = new ArrayList<>();
        List<Loads.Load> limit = new ArrayList<>();
        loads.warm(() -> loads.wrk(base() + path, connections, 2, null));
        for (int i = 0; i < rounds; i++) {
          ours.add(loads.wrk(base() + path, connections, null));
          limit.add(loads.wrk("http://127.0.0.1:" + nginxPort + "/page.html", connections, null));
        }
        row(what + " (" + answer.body().length / 1024 + " KB)", connections, Loads.median(ours), "nginx, same bytes", Loads.median(limit));
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
    for (String filter : platform.psql("select 'wilaya=' || code from places.wilaya union all select 'field=' || code from taxonomy.field order by 1").split("\n")) {
      for (String word : words) all.addAll(List.of(word + "&" + filter, word + "&" + filter + "&sort=date"));
    }
    java.util.Collections.shuffle(all, new java.util.Random(7));
    search("search, hardly two alike", all, all.subList(0, 64));
  }

  /** @param sample those whose statements pgbench runs, taken from the log once: they do not depend on how warm the platform is */
  private void search(String what, List<String> paths, List<String> sample) throws Exception {
    List<String> scripts = searchStatements(sample);
    for (int connections : new int[] {8, 64}) {
      List<Loads.Load> ours = new ArrayList<>();
      List<Loads.Load> limit = new ArrayList<>();
      loads.warm(() -> loads.wrk(base() + "/", connections, 2, searchScript(paths)));
      for (int i = 0; i < rounds; i++) {
        ours.add(loads.wrk(base() + "/", connections, searchScript(paths)));
        limit.add(loads.pgbench(connections, scripts));
      }
      row(what, connections, Loads.median(ours), "pgbench, same SQL", Loads.median(limit));
    }
  }

  private List<String> searchStatements(List<String> paths) throws Exception {
    List<Platform.Act> searches = new ArrayList<>();
    for (String path : paths) searches.add(() -> get(path + "&n=" + System.nanoTime()));
    List<String> scripts = new ArrayList<>();
    for (List<String> statements : statementsOfEach("opportunities.listing", searches)) {
      Path sql = platform.data.resolve("search-" + scripts.size() / 2 + ".sql");
      // codes of places are text, whatever they look like
      Files.writeString(sql, String.join("\n", statements).replaceAll("(_code = )(\\d+)", "$1'$2'") + "\n");
      scripts.addAll(List.of("-f", sql.toString()));
    }
    return scripts;
  }

  /** A number that no page knows makes each address new, so that no cache of pages answers for the search. */
  private Path searchScript(List<String> paths) throws IOException {
    Path script = platform.data.resolve("search.lua");
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
    platform.psql(Files.readString(Path.of("bench", "many-to-check-in.sql")));
    String cookie = signIn("coordinator@example.org");
    String csrf = csrf("/desk", cookie);
    List<String> statements = statementsOfEach("attendance.deed", List.of(() -> checkInOnce(cookie, csrf, pair(0), "bench-key-logged"))).getFirst();
    Path sql = platform.data.resolve("check-in.sql");
    Files.writeString(sql, pgbenchCheckIn(statements));
    for (int connections : new int[] {8, 64}) {
      List<Loads.Load> ours = new ArrayList<>();
      List<Loads.Load> limit = new ArrayList<>();
      loads.warm(() -> used(loads.wrk(base(), connections, 2, checkInScript(cookie, csrf, from))));
      for (int i = 0; i < rounds; i++) {
        ours.add(used(loads.wrk(base(), connections, checkInScript(cookie, csrf, from))));
        limit.add(used(loads.pgbench(connections, List.of("-f", sql.toString(), "-D", "base=" + from, "-D", "k=0", "-D", "clients=" + connections))));
      }
      row("check-in", connections, Loads.median(ours), "pgbench, same SQL", Loads.median(limit));
    }
    long twice = Long.parseLong(platform.psql("select count(*) from attendance.deed where shift_id > " + (FIRST_SHIFT - 1) + " and shift_id < " + (FIRST_SHIFT + SHIFTS)
        + " and outcome <> 'done'"));
    if (twice > 0) throw new IllegalStateException(twice + " check-ins were of somebody who was there already: the figures are not those of a check-in");
  }

  /** The next load begins behind the pairs of this one; threads and clients are not equally far. */
  private Loads.Load used(Loads.Load load) {
    from += (int) (load.count() * 1.4) + 2000;
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
    Path script = platform.data.resolve("check-in.lua");
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

  /** @param mark only statements that name this */
  private List<List<String>> statementsOfEach(String mark, List<Platform.Act> acts) throws Exception {
    List<List<String>> all = platform.statements(acts).stream().map(one -> one.stream().filter(statement -> statement.contains(mark)).toList()).toList();
    if (all.stream().anyMatch(List::isEmpty)) throw new IllegalStateException("nothing about " + mark + " in the log of the database");
    return all;
  }

  private void row(String what, int connections, Loads.Load ours, String limitName, Loads.Load limit) {
    say(String.format("| %s | %d | %,.0f | %.1f | %.1f | %.1f | %s | %,.0f | %.1f | %.1f | %.0f %% | %d |", what, connections, ours.perSecond(), ours.p50(), ours.p99(), ours.waits(), limitName,
        limit.perSecond(), limit.p50(), limit.p99(), 100 * ours.perSecond() / limit.perSecond(), ours.failed()));
  }

  private String get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private String base() {
    return platform.base();
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
