import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages cost when the country grows: the demonstration's 40,000 volunteers, then a million (and ten million, where --to says so), each with ten lines of the ledger, an opportunity with two
 * shifts to come for each fifty. The same pages are asked at each size by one visitor after the other, of people and opportunities drawn anew each time; and what they asked of the database is
 * planned again: none may read a whole table that grows. Run by bin/bench growth [--to N] [--data DIR]; needs psql. All traffic is on loopback.
 */
final class Growth {

  private static final int ROUNDS = 300;
  private static final int SESSIONS = 2_000;
  private static final long FIRST = 100_000_000;
  private static final String[] WORDS = "تشجير,تنظيف,سطيف,وهران,Setif,plantation,مدرسة,رمضان,قفة,شاطئ,الجزائر,دعم,توعية".split(",");

  private final Path data;
  private final int port = 8096;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Random random = new Random(1954);
  private final List<String> report = new ArrayList<>();
  private final Map<String, List<String>> cells = new LinkedHashMap<>();
  private final TreeSet<String> whole = new TreeSet<>();
  private String coordinator = "";

  private Growth(Path data) {
    this.data = data;
  }

  private interface Address {
    /** @return the path, and who asks: a session's cookie or nothing */
    String[] next();
  }

  public static void main(String[] arguments) throws Exception {
    int to = 1_000_000;
    Path data = Path.of("data", "bench-growth");
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--to")) to = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
    }
    Files.createDirectories(data);
    new Growth(data.toAbsolutePath()).run(to);
  }

  private void run(int to) throws Exception {
    int people = 40_000;
    long from = FIRST;
    List<String> sizes = new ArrayList<>();
    Process app = start(false);
    try {
      stop(app);
      app = start(true);
      measure(0);
      sizes.add(String.format(Locale.ROOT, "%,d", people));
      for (int size = 1_000_000; size <= to; size *= 10) {
        stop(app);
        app = start(false);
        psql("\\set first " + from + "\n\\set people " + (size - people) + "\n" + Files.readString(Path.of("bench", "many-people.sql")));
        stop(app);
        output(List.of("bin/statistics", "rebuild", "--data", data.toString()));
        app = start(true);
        measure(from);
        from += size;
        people = size;
        sizes.add(String.format(Locale.ROOT, "%,d", size));
      }
    } finally {
      stop(app);
    }
    told(sizes);
  }

  private void measure(long from) throws Exception {
    List<Long> volunteers = numbers("select account_id from volunteers.volunteer where account_id " + (from > 0 ? ">" : "<") + " " + FIRST + " order by account_id % 7919, account_id limit " + SESSIONS);
    List<Long> opportunities = numbers("select o.id from opportunities.opportunity o where state = 'published' order by o.id % 7919, o.id limit 5000");
    List<Long> shifts = numbers("select s.id from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where o.organization_id = 1 and s.starts_at > now() - interval '60 days' "
        + "order by s.id desc limit 200");
    List<String> wilayas = List.of(psql("select code from places.wilaya order by code").split("\n"));
    psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device) select sha256(convert_to('growth' || lpad(id::text, 37, '0'), 'UTF8')), id, now() + interval '1 day', 'code', 'bench' from unnest('{"
        + String.join(",", volunteers.stream().map(String::valueOf).toList()) + "}'::bigint[]) id on conflict do nothing");
    coordinator = psql("select account_id from organizations.member where organization_id = 1 and ended_at is null and role in ('owner', 'coordinator') order by account_id limit 1");
    psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device, second_at) select sha256(convert_to('growth' || lpad('" + coordinator + "', 37, '0'), 'UTF8')), " + coordinator
        + ", now() + interval '1 day', 'code', 'bench', now() on conflict do nothing");
    Map<String, Address> pages = new LinkedHashMap<>();
    pages.put("search by words, a wilaya", () -> new String[] {"/opportunities?q=" + enc(WORDS[random.nextInt(WORDS.length)]) + "&wilaya=" + of(wilayas) + "&n=" + random.nextInt(), ""});
    pages.put("list of opportunities, a page of it", () -> new String[] {"/opportunities?page=" + (1 + random.nextInt(20)) + "&n=" + random.nextInt(), ""});
    pages.put("an opportunity", () -> new String[] {"/opportunities/" + of(opportunities), ""});
    pages.put("a volunteer's desk", () -> new String[] {"/desk", session(of(volunteers))});
    pages.put("a volunteer's book of hours", () -> new String[] {"/hours", session(of(volunteers))});
    pages.put("the roster of a shift", () -> new String[] {"/organizations/1/desk/shifts/" + of(shifts), session(Long.parseLong(coordinator))});
    pages.put("an organisation's desk", () -> new String[] {"/organizations/1/desk", session(Long.parseLong(coordinator))});
    pages.put("figures of a wilaya", () -> new String[] {"/numbers?wilaya=" + of(wilayas) + "&n=" + random.nextInt(), ""});
    pages.put("organisations", () -> new String[] {"/organizations?wilaya=" + of(wilayas), ""});
    for (Map.Entry<String, Address> page : pages.entrySet()) cell(page.getKey(), times(page.getValue()));
    cell("size of the database", psql("select pg_size_pretty(pg_database_size(current_database()))"));
    cell("lines of the ledger", psql("select to_char(count(*), 'FM999,999,999') from hours.entry"));
    cell("memory of the platform, resident", memory());
    plans(pages);
  }

  private String times(Address address) throws Exception {
    double[] millis = new double[ROUNDS];
    for (int i = -ROUNDS / 3; i < ROUNDS; i++) {
      String[] next = address.next();
      long asked = System.nanoTime();
      HttpResponse<String> answer = get(next[0], next[1]);
      if (answer.statusCode() != 200) throw new IllegalStateException(next[0] + " answered " + answer.statusCode() + " " + answer.headers().firstValue("Location").orElse(""));
      if (i >= 0) millis[i] = (System.nanoTime() - asked) / 1e6;
    }
    java.util.Arrays.sort(millis);
    return String.format(Locale.ROOT, "%.1f · %.1f", millis[ROUNDS / 2], millis[ROUNDS * 99 / 100]);
  }

  /** Each page is asked once while the database writes down what it is asked; then each statement is planned: a table of more than 10,000 rows that is read as a whole is named. */
  private void plans(Map<String, Address> pages) throws Exception {
    psql("alter system set log_statement = 'all'");
    psql("select pg_reload_conf()");
    Thread.sleep(1_500);
    long before = Files.size(data.resolve("postgres.log"));
    for (Address page : pages.values()) {
      String[] next = page.next();
      get(next[0], next[1]);
    }
    Thread.sleep(500);
    byte[] all = Files.readAllBytes(data.resolve("postgres.log"));
    psql("alter system reset log_statement");
    psql("select pg_reload_conf()");
    List<String> statements = Statements.in(new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8)).stream().filter(one -> one.matches("(?is)\\s*(select|with).*")).distinct().toList();
    int planned = 0;
    for (String statement : statements) {
      String plan;
      try {
        plan = psql("explain " + statement);
      } catch (IllegalStateException notAlone) {
        continue;
      }
      planned++;
      Matcher scan = Pattern.compile("Seq Scan on (\\w+)(?: \\w+)?  \\(cost=[0-9.]+ rows=").matcher(plan);
      while (scan.find()) {
        if (Long.parseLong(psql("select coalesce(max(reltuples), 0)::bigint from pg_class where relkind = 'r' and relname = '" + scan.group(1) + "'")) > 10_000) {
          whole.add(scan.group(1) + ": " + statement.replaceAll("\\s+", " ").substring(0, Math.min(160, statement.replaceAll("\\s+", " ").length())));
        }
      }
    }
    cell("statements planned", planned + " of " + statements.size());
  }

  private void told(List<String> sizes) throws IOException {
    report.add("# When the country grows, " + LocalDate.now());
    report.add("");
    report.add("p50 · p99 in milliseconds, " + ROUNDS + " answers each, one after the other, people and opportunities drawn anew each time; platform, PostgreSQL and who asks share "
        + Runtime.getRuntime().availableProcessors() + " processors; load average at the end " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ". Each volunteer beyond the first 40,000 has one confirmed claim and ten lines of the ledger.");
    report.add("");
    report.add("| volunteers | " + String.join(" | ", sizes) + " |");
    report.add("| --- |" + " --- |".repeat(sizes.size()));
    cells.forEach((what, values) -> report.add("| " + what + " | " + String.join(" | ", values) + " |"));
    report.add("");
    report.add(whole.isEmpty() ? "No statement of these pages reads a whole table of more than 10,000 rows (each planned anew at the largest size)." : "Read as a whole though they have more than 10,000 rows:");
    whole.forEach(one -> report.add("- " + one));
    Files.writeString(Path.of("bench", "GROWTH.md"), String.join("\n", report) + "\n");
    report.forEach(System.out::println);
  }

  // Tools ----------------------------------------------------------------------------------------------------------------

  private void cell(String what, String value) {
    System.out.println(what + ": " + value);
    cells.computeIfAbsent(what, anew -> new ArrayList<>()).add(value);
  }

  private <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String session(long account) {
    return "session=growth" + String.format(Locale.ROOT, "%037d", account);
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Long> numbers(String sql) throws Exception {
    return psql(sql).lines().map(Long::parseLong).toList();
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(60));
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String memory() throws Exception {
    long pid = Long.parseLong(Files.readString(data.resolve("linatatawwa.pid")).strip());
    Matcher kilobytes = Pattern.compile("VmRSS:\\s+(\\d+)").matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    return kilobytes.find() ? Long.parseLong(kilobytes.group(1)) / 1024 + " MB" : "?";
  }

  private Process start(boolean counted) throws Exception {
    List<String> command = new ArrayList<>(List.of("bin/run", "--port", Integer.toString(port), "--data", data.toString()));
    command.add("--demo");
    Process platform = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader said = new BufferedReader(new InputStreamReader(platform.getInputStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = said.readLine()) != null && !line.contains("ready in")) continue;
    if (line == null) throw new IllegalStateException("the platform did not start");
    if (counted) cell("ready in", line.replaceFirst(".*ready in (\\d+) ms.*", "$1 ms"));
    Thread.ofPlatform().daemon().start(() -> {
      try {
        while (said.readLine() != null) { }
      } catch (IOException e) {
        return;
      }
    });
    return platform;
  }

  private static void stop(Process app) throws InterruptedException {
    app.destroy();
    if (!app.waitFor(60, TimeUnit.SECONDS)) app.destroyForcibly().waitFor();
  }

  private String psql(String sql) throws Exception {
    Path file = Files.writeString(data.resolve("growth.sql"), sql);
    return output(List.of("psql", "-h", "127.0.0.1", "-p", Files.readString(data.resolve("postgres.port")).strip(), "-U", "postgres", "-d", "postgres", "-AtqX", "-v", "ON_ERROR_STOP=1", "-f", file.toString())).strip();
  }

  private String output(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path password = data.resolve("postgres.password");
    if (Files.exists(password)) builder.environment().put("PGPASSWORD", Files.readString(password).strip());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(command.getFirst() + " failed: " + out);
    return out;
  }
}
