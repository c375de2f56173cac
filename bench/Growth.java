import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages cost when the country grows: the demonstration's 40,000 volunteers, then a million (and ten million, where --to says so), each with ten lines of the ledger, an opportunity with two
 * shifts to come for each fifty. The same pages are asked at each size by one visitor after the other, of people and opportunities drawn anew each time; and what they asked of the database is
 * planned again: none may read a whole table that grows. What was measured is kept beside the data (growth.tsv), so that a run that was broken off goes on with the size it had filled, and a
 * further one with what is there. Run by bin/bench growth [--to N] [--rounds N] [--data DIR]; needs psql. All traffic is on loopback.
 */
final class Growth {

  private static final int SESSIONS = 2_000;
  private static final long FIRST = 100_000_000;
  private static final String[] WORDS = "تشجير,تنظيف,سطيف,وهران,Setif,plantation,مدرسة,رمضان,قفة,شاطئ,الجزائر,دعم,توعية".split(",");

  private final Platform platform;
  private final int rounds;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Random random = new Random(1954);
  private final List<String> report = new ArrayList<>();
  private final Map<String, List<String>> cells = new LinkedHashMap<>();
  private final TreeSet<String> whole = new TreeSet<>();
  private final List<String> sizes = new ArrayList<>();
  private String coordinator = "";

  /** @param rounds answers of each page that are measured at each size */
  private Growth(Path data, int rounds) {
    platform = new Platform(data);
    this.rounds = rounds;
  }

  private interface Address {
    /** @return the path, and who asks: a session's cookie or nothing */
    String[] next();
  }

  public static void main(String[] arguments) throws Exception {
    int to = 1_000_000;
    int rounds = 300;
    Path data = Path.of("data", "bench-growth");
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      if (arguments[i].equals("--to")) to = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--rounds")) rounds = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
    }
    if (to < 100_000) throw new IllegalArgumentException("at least to a hundred thousand, not " + to);
    new Growth(data, rounds).run(to);
  }

  private void run(int to) throws Exception {
    platform.start("--demo");
    try {
      long people = Long.parseLong(platform.psql("select count(*) from volunteers.volunteer"));
      remember();
      long from = FIRST;
      if (people < 100_000) {
        restart();
        measured(people, 0);
      } else {
        if (!sizes.contains(name(people))) {
          System.out.println(name(people) + " volunteers are there and were not measured");
          cell("filled in", "–");
          if (platform.psql("select exists (select from figures.to_make) or not exists (select from figures.state where written > 0)").equals("t")) slice();
          else {
            cell("slices of figures made anew in", "–");
            restart();
          }
          measured(people, FIRST);
        }
        from = Long.parseLong(platform.psql("select max(account_id) from volunteers.volunteer"));
      }
      for (long size = people < 100_000 ? Math.min(1_000_000, to) : Math.min(10 * people, to); people < to; size = Math.min(10 * size, to)) {
        grow(from, size - people);
        measured(size, from);
        from += size;
        people = size;
      }
      told();
    } finally {
      platform.stop();
    }
  }

  /** Rows by SQL, not by deeds; then what is kept in packed slices is made from the ledger anew, as after any large filling. The database is careless while it is filled, and as ever when it is measured. */
  private void grow(long from, long people) throws Exception {
    long began = System.nanoTime();
    platform.psql("alter system set fsync = off; alter system set full_page_writes = off; alter system set max_wal_size = '8GB'; alter system set autovacuum = off; select pg_reload_conf()");
    platform.psql("\\set first " + from + "\n\\set people " + people + "\n" + Files.readString(Path.of("bench", "many-people.sql")));
    platform.psql("alter system reset fsync; alter system reset full_page_writes; alter system reset max_wal_size; alter system reset autovacuum; select pg_reload_conf(); checkpoint");
    cell("filled in", seconds(began));
    slice();
  }

  private void slice() throws Exception {
    platform.stop();
    long began = System.nanoTime();
    platform.output(List.of("bin/statistics", "rebuild", "--data", platform.data.toString()));
    cell("slices of figures made anew in", seconds(began));
    restart();
  }

  private static String seconds(long began) {
    return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - began) / 1e9);
  }

  private static String name(long people) {
    return String.format(Locale.ROOT, "%,d", people);
  }

  private void measured(long people, long from) throws Exception {
    measure(from);
    sizes.add(name(people));
    keep();
    told();
  }

  /** One line a row of the table; the first names the sizes. */
  private void keep() throws IOException {
    List<String> lines = new ArrayList<>(List.of("\t" + String.join("\t", sizes)));
    cells.forEach((what, values) -> lines.add(what + "\t" + String.join("\t", padded(values))));
    Files.write(platform.data.resolve("growth.tsv"), lines);
  }

  private void remember() throws IOException {
    Path kept = platform.data.resolve("growth.tsv");
    if (!Files.exists(kept)) return;
    for (String line : Files.readAllLines(kept)) {
      List<String> parts = List.of(line.split("\t"));
      if (line.startsWith("\t")) sizes.addAll(parts.subList(1, parts.size()));
      else cells.put(parts.getFirst(), new ArrayList<>(parts.subList(1, parts.size())));
    }
  }

  /** The first sizes have no row of what is done when there are more. */
  private List<String> padded(List<String> values) {
    List<String> all = new ArrayList<>(java.util.Collections.nCopies(Math.max(0, sizes.size() - values.size()), "–"));
    all.addAll(values);
    return all;
  }

  /** Without what would work beside the pages for minutes or hours after so much came at once: the ledger's tree, whose cost is told in decision 0048. The search has heard of everything when it is measured. */
  private void restart() throws Exception {
    platform.stop();
    cell("ready in", platform.start("--demo", "--linatatawwa.clock.checkpoints=30d") + " ms");
    for (int i = 0; i < 1_800 && !platform.psql("select count(*) from search.heard").equals("0"); i++) Thread.sleep(1_000);
    Thread.sleep(20_000);
  }

  private void measure(long from) throws Exception {
    List<Long> volunteers = numbers("select account_id from volunteers.volunteer where account_id " + (from > 0 ? ">" : "<") + " " + FIRST + " order by account_id % 7919, account_id limit " + SESSIONS);
    List<Long> opportunities = numbers("select o.id from opportunities.opportunity o where state = 'published' order by o.id % 7919, o.id limit 5000");
    List<Long> shifts = numbers("select s.id from opportunities.shift s join opportunities.opportunity o on o.id = s.opportunity_id where o.organization_id = 1 and s.starts_at > now() - interval '60 days' "
        + "order by s.id desc limit 200");
    List<Long> organizations = numbers("select id from organizations.organization where state = 'verified' order by id limit 500");
    List<String> wilayas = List.of(platform.psql("select code from places.wilaya order by code").split("\n"));
    platform.psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device) select sha256(convert_to('growth' || lpad(id::text, 37, '0'), 'UTF8')), id, now() + interval '1 day', 'code', 'bench' from unnest('{"
        + String.join(",", volunteers.stream().map(String::valueOf).toList()) + "}'::bigint[]) id on conflict do nothing");
    coordinator = platform.psql("select account_id from organizations.member where organization_id = 1 and ended_at is null and role in ('owner', 'coordinator') order by account_id limit 1");
    platform.psql("insert into accounts.session (token_hash, account_id, expires_at, way_in, device, second_at) select sha256(convert_to('growth' || lpad('" + coordinator + "', 37, '0'), 'UTF8')), " + coordinator
        + ", now() + interval '1 day', 'code', 'bench', now() on conflict do nothing");
    Map<String, Address> pages = new LinkedHashMap<>();
    pages.put("the front page", () -> new String[] {"/?n=" + random.nextInt(), ""});
    pages.put("search by words, a wilaya", () -> new String[] {"/opportunities?q=" + enc(WORDS[random.nextInt(WORDS.length)]) + "&wilaya=" + of(wilayas) + "&n=" + random.nextInt(), ""});
    pages.put("list of opportunities, a page of it", () -> new String[] {"/opportunities?page=" + (1 + random.nextInt(20)) + "&n=" + random.nextInt(), ""});
    pages.put("an opportunity", () -> new String[] {"/opportunities/" + of(opportunities), ""});
    pages.put("a volunteer's desk", () -> new String[] {"/desk", session(of(volunteers))});
    pages.put("a volunteer's book of hours", () -> new String[] {"/hours", session(of(volunteers))});
    pages.put("the roster of a shift", () -> new String[] {"/organizations/1/desk/shifts/" + of(shifts), session(Long.parseLong(coordinator))});
    pages.put("an organisation's desk", () -> new String[] {"/organizations/1/desk", session(Long.parseLong(coordinator))});
    pages.put("figures of a wilaya", () -> new String[] {"/numbers?wilaya=" + of(wilayas) + "&n=" + random.nextInt(), ""});
    pages.put("figures of the nation", () -> new String[] {"/numbers?n=" + random.nextInt(), ""});
    pages.put("figures of an organisation", () -> new String[] {"/organizations/" + of(organizations) + "/numbers?n=" + random.nextInt(), ""});
    pages.put("search over all", () -> new String[] {"/search?q=" + enc(WORDS[random.nextInt(WORDS.length)]) + "&n=" + random.nextInt(), ""});
    pages.put("the public ledger", () -> new String[] {"/ledger?n=" + random.nextInt(), ""});
    pages.put("shifts, an organisation's desk", () -> new String[] {"/organizations/1/desk/shifts", session(Long.parseLong(coordinator))});
    pages.put("applications, an organisation's desk", () -> new String[] {"/organizations/1/desk/applications", session(Long.parseLong(coordinator))});
    pages.put("a badge", () -> new String[] {"/badges/first-hour?n=" + random.nextInt(), ""});
    pages.put("a level", () -> new String[] {"/badges/active?n=" + random.nextInt(), ""});
    pages.put("what is kept of a volunteer", () -> new String[] {"/me/data", session(of(volunteers))});
    pages.put("organisations", () -> new String[] {"/organizations?wilaya=" + of(wilayas), ""});
    for (Map.Entry<String, Address> page : pages.entrySet()) cell(page.getKey(), times(page.getValue()));
    cell("size of the database", platform.psql("select pg_size_pretty(pg_database_size(current_database()))"));
    cell("lines of the ledger", platform.psql("select to_char(count(*), 'FM999,999,999') from hours.entry"));
    cell("memory of the platform, resident", platform.residentKb() / 1024 + " MB");
    cell("load average", Platform.load());
    plans(pages);
  }

  private String times(Address address) throws Exception {
    double[] millis = new double[rounds];
    for (int i = -rounds / 3; i < rounds; i++) {
      String[] next = address.next();
      long asked = System.nanoTime();
      HttpResponse<String> answer = get(next[0], next[1]);
      if (answer.statusCode() != 200) throw new IllegalStateException(next[0] + " answered " + answer.statusCode() + " " + answer.headers().firstValue("Location").orElse(""));
      if (i >= 0) millis[i] = (System.nanoTime() - asked) / 1e6;
    }
    java.util.Arrays.sort(millis);
    return String.format(Locale.ROOT, "%.1f · %.1f", millis[rounds / 2], millis[rounds * 99 / 100]);
  }

  /** Each page is asked once while the database writes down what it is asked; then each statement is planned: a table of more than 10,000 rows that is read as a whole is named. */
  private void plans(Map<String, Address> pages) throws Exception {
    List<Platform.Act> once = new ArrayList<>();
    for (Address page : pages.values()) {
      once.add(() -> {
        String[] next = page.next();
        get(next[0], next[1]);
      });
    }
    List<String> statements = platform.statements(once).stream().flatMap(List::stream).filter(one -> one.matches("(?is)\\s*(select|with).*")).distinct().toList();
    int planned = 0;
    whole.clear();
    for (String statement : statements) {
      String plan;
      try {
        plan = platform.psql("explain (verbose) " + statement);
      } catch (IllegalStateException notAlone) {
        continue;
      }
      planned++;
      Matcher scan = Pattern.compile("Seq Scan on (\\w+\\.\\w+)").matcher(plan);
      while (scan.find()) {
        if (Long.parseLong(platform.psql("select coalesce((select reltuples::bigint from pg_class where oid = to_regclass('" + scan.group(1) + "')), 0)")) > 10_000) {
          whole.add(scan.group(1) + ": " + statement.replaceAll("\\s+", " ").substring(0, Math.min(160, statement.replaceAll("\\s+", " ").length())));
        }
      }
    }
    cell("statements planned", planned + " of " + statements.size());
  }

  private void told() throws IOException {
    report.clear();
    report.add("# When the country grows, " + LocalDate.now());
    report.add("");
    report.add("p50 · p99 in milliseconds, " + rounds + " answers each, one after the other, people and opportunities drawn anew each time; platform, PostgreSQL and who asks share "
        + Runtime.getRuntime().availableProcessors() + " processors; load average at the end " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ". Each volunteer beyond the first 40,000 has one confirmed claim and ten lines of the ledger.");
    report.add("");
    report.add("| volunteers | " + String.join(" | ", sizes) + " |");
    report.add("| --- |" + " --- |".repeat(sizes.size()));
    cells.forEach((what, values) -> report.add("| " + what + " | " + String.join(" | ", padded(values)) + " |"));
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
    List<Long> found = platform.psql(sql).lines().map(Long::parseLong).toList();
    if (found.isEmpty()) throw new IllegalStateException("nothing found: " + sql);
    return found;
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.base() + path)).timeout(Duration.ofSeconds(60));
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
