import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the platform does when twice as much comes as it can take, and when hundreds are slow on purpose. The load is open: requests come when they come, whether
 * or not earlier ones were answered, and a request's time runs from when it should have been sent. Run by bin/bench overload; all traffic is on loopback.
 */
final class Overload {

  private static final String[] WORDS = "تشجير,تنظيف,سطيف,وهران,Setif,plantation,مدرسة,رمضان,قفة,شاطئ,الجزائر,دعم,أطفال,مسنين,توعية,غابة".split(",");

  private static final String[] ENCODED = Arrays.stream(WORDS).map(Overload::enc).toArray(String[]::new);

  private static final int CHECK_INS = 20;
  private static final int ROUNDS = 5;
  /** More than there are ever at one time. */
  private static final int CONNECTIONS = 800;

  /** Which half is measured, where not both. */
  private static String only = "";

  private final Platform platform;
  private final int port;
  private final int seconds;
  private final List<String> report = new ArrayList<>();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final AtomicInteger number = new AtomicInteger((int) (System.nanoTime() >>> 20 & 0xfffffff));
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private String session = "";
  private String token = "";

  private Overload(Platform platform, int seconds) {
    this.platform = platform;
    this.port = platform.port();
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = 15;
    int at = 0;
    String folder = "data";
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      if (arguments[i].equals("--seconds")) seconds = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) folder = arguments[i + 1];
      if (arguments[i].equals("--at")) at = Integer.parseInt(arguments[i + 1]);
    }
    for (int i = 0; i + 1 < arguments.length; i += 2) if (arguments[i].equals("--only")) only = arguments[i + 1];
    if (at > 0) new Overload(Platform.running(Path.of(folder), at), seconds).run();
    else withPlatform(seconds);
  }

  /** A platform of its own, filled as the demonstration is, and gone afterwards. */
  private static void withPlatform(int seconds) throws Exception {
    Platform platform = new Platform(Files.createTempDirectory("linatatawwa-overload"));
    try {
      platform.start("--demo");
      platform.settle();
      new Overload(platform, seconds).run();
    } finally {
      platform.stop();
      try (var files = Files.walk(platform.data)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void run() throws Exception {
    enter();
    if (only.equals("slow")) {
      warm();
      slow();
      report.forEach(System.out::println);
      return;
    }
    warm();
    List<Wire.Told> half = open(capacity() / 2, seconds);
    List<Round> rounds = new ArrayList<>();
    Capacity before = measured();
    for (int i = 0; i < ROUNDS; i++) {
      Round round = round(before);
      rounds.add(round);
      before = round.after;
    }
    rounds.sort(java.util.Comparator.comparingDouble(Round::goodput));
    Round middle = rounds.get(ROUNDS / 2);
    told(middle, half, rounds.stream().map(one -> String.format(Locale.ROOT, "%.2f", one.goodput)).toList());
    if (!Line.FAILURES.isEmpty()) System.out.println("no answer because of " + Line.FAILURES);
    if (!only.equals("load")) slow();
    Files.writeString(Path.of("bench/OVERLOAD.md"), String.join("\n", report) + "\n");
    report.forEach(System.out::println);
  }

  /** @param perSecond answers
   *  @param own       processors that the generator used meanwhile */
  private record Capacity(double perSecond, double own) {}

  /** Twice the load between two capacities, side by side: the machine itself is not the same from minute to minute.
   *  @param capacity answers a second, the mean of before and after
   *  @param own      processors that the generator used at twice */
  private record Round(double capacity, double ownAtCapacity, List<Wire.Told> twice, double goodput, double own, long recovered, Capacity after) {}

  private Capacity measured() throws Exception {
    double before = own();
    long began = System.nanoTime();
    double perSecond = capacity();
    return new Capacity(perSecond, (own() - before) / ((System.nanoTime() - began) / 1e9));
  }

  private Round round(Capacity before) throws Exception {
    double between = own();
    List<Wire.Told> twice = open(before.perSecond * 2, seconds);
    double ownAtTwice = (own() - between) / seconds;
    long recovered = recovery();
    Capacity after = measured();
    double capacity = (before.perSecond + after.perSecond) / 2;
    return new Round(capacity, (before.own + after.own) / 2, twice, good(twice) / seconds / capacity, ownAtTwice, recovered, after);
  }

  /** The higher of two loads. */
  private double capacity() throws Exception {
    double capacity = Math.max(capacity(16, seconds / 2 + 1), capacity(32, seconds / 2 + 1));
    System.out.printf(Locale.ROOT, "capacity %.0f/s%n", capacity);
    return capacity;
  }

  /** Until, twice in turn, the rate no longer rises by a twentieth; twenty times at most. A capacity of cold code would be too small, and flatter what comes after it; cold refusals would blame it for what the compiler takes. */
  private void warm() throws Exception {
    System.out.println("warming up");
    double best = 0;
    for (int i = 0, still = 0; i < 20 && still < 2; i++) {
      double rate = capacity(32, 4);
      still = rate > best * 1.05 ? 0 : still + 1;
      best = Math.max(best, rate);
      System.out.printf(Locale.ROOT, "%.0f/s%n", rate);
    }
    open(2 * best, 8);
  }

  /** Signs the coordinator of the demonstration in, and finds a shift of now with people in it. */
  private void enter() throws Exception {
    String page = get("/sign-in", "").body();
    HttpResponse<String> asked = http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
    String visit = asked.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).reduce((one, other) -> one + "; " + other).orElse("");
    String mark = first(asked.body(), "name=\"_csrf\" value=\"([^\"]+)\"");
    HttpResponse<String> sent = post("/sign-in", visit, "_csrf=" + enc(mark) + "&contact=" + enc("coordinator@example.org"));
    String next = sent.headers().firstValue("Location").orElseThrow();
    String cookies = join(visit, sent);
    String form = get(next, cookies).body();
    String code = first(get("/demo/outbox.json?to=coordinator@example.org", "").body(), "(?<![0-9])([0-9]{6})(?![0-9])");
    StringBuilder fields = new StringBuilder("code=" + code);
    Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(form);
    while (hidden.find()) fields.append('&').append(enc(hidden.group(1))).append('=').append(enc(hidden.group(2)));
    HttpResponse<String> in = post("/sign-in/code", cookies, fields.toString());
    session = in.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("session=")).map(cookie -> cookie.split(";")[0]).findFirst()
        .orElseThrow(() -> new IllegalStateException("not signed in: " + in.statusCode()));
    token = first(get("/api/session", session).body(), "\"token\" ?: ?\"([^\"]+)\"");
    platform.psql(Files.readString(Path.of("bench", "many-to-check-in.sql")));
  }

  private String join(String cookies, HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).reduce(cookies, (one, other) -> one.isEmpty() ? other : one + "; " + other);
  }

  /** Seconds of a processor that this generator has used. */
  private static double own() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** An address on loopback for each hundred connections, as visitors come from many places. */
  private String address() {
    int n = lines.incrementAndGet() / 100;
    return "127.1." + (n / 200 % 250) + "." + (2 + n % 200);
  }

  private HttpResponse<String> get(String path, String cookies) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(30));
    if (!cookies.isEmpty()) request.header("Cookie", cookies);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String cookies, String body) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Cookie", cookies).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
    return found.group(1);
  }

  /** Searches of which no two are alike: nothing kept answers them. */
  private String search() {
    int n = number.incrementAndGet();
    int wilaya = 1 + n % 58;
    return "GET /opportunities?q=" + ENCODED[n % ENCODED.length] + "&wilaya=" + (wilaya < 10 ? "0" : "") + wilaya + "&page=" + (1 + n % 3) + "&n=" + n + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
  }

  private String checkIn() {
    int n = arrived.incrementAndGet();
    String body = "{\"volunteer\":" + (10_000_001 + n % 40_000) + ",\"deed\":\"check-in\"}";
    return "POST /api/shifts/" + (20_000_001 + n / 40_000) + "/attendance HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + session + "\r\nX-CSRF-TOKEN: " + token + "\r\nIdempotency-Key: overload-" + n
        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private String next(boolean checkIn) {
    return checkIn ? checkIn() : search();
  }

  /** Answers in a second, when the next is asked as soon as one was answered; as many check-ins among them as later. */
  private double capacity(int visitors, int seconds) throws Exception {
    long[] checkedIn = {System.nanoTime()};
    try (Wire wire = new Wire(port, CONNECTIONS, this::address)) {
      return wire.closed(visitors, seconds, i -> {
        boolean checkIn = System.nanoTime() - checkedIn[0] > TimeUnit.SECONDS.toNanos(1) / CHECK_INS;
        if (checkIn) checkedIn[0] += TimeUnit.SECONDS.toNanos(1) / CHECK_INS;
        return new Wire.Question(next(checkIn), checkIn);
      }).stream().filter(one -> one.status() == 200).count() / (double) seconds;
    }
  }

  /** So many a second, and twenty check-ins among them, whatever becomes of them. */
  private List<Wire.Told> open(double rate, int seconds) throws Exception {
    int every = Math.max(1, (int) (rate / CHECK_INS));
    try (Wire wire = new Wire(port, CONNECTIONS, this::address)) {
      return wire.open(rate, seconds, i -> new Wire.Question(next(i % every == 0), i % every == 0));
    }
  }

  /** Milliseconds after the load until ten answers in a row were quick. */
  private long recovery() throws InterruptedException {
    long begun = System.nanoTime();
    int quick = 0;
    Line line = new Line(port, address(), false);
    while (quick < 10 && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(60)) {
      long asked = System.nanoTime();
      Line.Answer answer = line.ask(search());
      quick = answer.status() == 200 && System.nanoTime() - asked < TimeUnit.MILLISECONDS.toNanos(100) ? quick + 1 : 0;
      Thread.sleep(20);
    }
    line.close();
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  /** @param all goodput of each round, the smallest first */
  private void told(Round round, List<Wire.Told> half, List<String> all) {
    double capacity = round.capacity;
    List<Wire.Told> twice = round.twice;
    int processors = Runtime.getRuntime().availableProcessors();
    report.add("# More than it can take, and slow on purpose");
    report.add("");
    report.add("Written by `bin/bench overload` on " + LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " processors, which the generator of the load shares with the platform; "
        + seconds + " s for each load; of " + ROUNDS + " rounds of twice the capacity, each between two measurements of the capacity whose mean it is compared with, the middle one by goodput. Searches of which no two are alike, and twenty check-ins a second among them. Open loop: a request's time runs from when it should have been sent.");
    report.add("");
    report.add("| | half of capacity | twice capacity | aim at twice |");
    report.add("| --- | --- | --- | --- |");
    report.add(String.format(Locale.ROOT, "| sent, of a capacity of %.0f/s | %.0f/s | %.0f/s | |", capacity, half.size() / (double) seconds, twice.size() / (double) seconds));
    report.add(String.format(Locale.ROOT, "| goodput, in shares of capacity | %.2f | %.2f | ≥ 0.90 |", good(half) / seconds / capacity, good(twice) / seconds / capacity));
    report.add("| accepted searches, p50 · p99 | " + times(half, false, 200) + " | " + times(twice, false, 200) + " | p99 ≤ 500 ms |");
    report.add("| refusals (503, 429), p50 · p99 | " + times(half, false, 429, 503) + " | " + times(twice, false, 429, 503) + " | p99 ≤ 100 ms |");
    report.add(String.format(Locale.ROOT, "| refusals that say when to come again | – | %d of %d | all |", twice.stream().filter(one -> isRefusal(one) && one.pause()).count(),
        twice.stream().filter(Overload::isRefusal).count()));
    report.add(String.format(Locale.ROOT, "| check-ins kept | %.1f %% | %.1f %% | ≥ 99 %% |", kept(half), kept(twice)));
    report.add("| check-ins, p50 · p99 | " + times(half, true, 200) + " | " + times(twice, true, 200) + " | |");
    report.add("| no answer at all | " + half.stream().filter(one -> one.status() == 0).count() + " | " + twice.stream().filter(one -> one.status() == 0).count() + " | 0 |");
    report.add("| answers by status | " + statuses(half) + " | " + statuses(twice) + " | |");
    report.add("| normal again after | – | " + round.recovered + " ms | ≤ 2,000 ms |");
    report.add("| goodput in each round | – | " + String.join(", ", all) + " | |");
    report.add(String.format(Locale.ROOT, "| the generator itself used, of %d processors (at capacity %.2f) | – | %.2f | |", processors, round.ownAtCapacity, round.own));
    report.add(String.format(Locale.ROOT, "| goodput for each processor that it left, in shares of that at capacity | – | %.2f | |", good(twice) / seconds / (processors - round.own) / (capacity / (processors - round.ownAtCapacity))));
    report.add("");
  }

  private static String statuses(List<Wire.Told> told) {
    java.util.TreeMap<String, Integer> many = new java.util.TreeMap<>();
    for (Wire.Told one : told) many.merge((one.urgent() ? "check-in " : "search ") + one.status(), 1, Integer::sum);
    return many.toString().replaceAll("[{}]", "");
  }

  private static double good(List<Wire.Told> told) {
    return told.stream().filter(one -> one.status() == 200).count();
  }

  private static double kept(List<Wire.Told> told) {
    long all = told.stream().filter(Wire.Told::urgent).count();
    return all == 0 ? 0 : 100.0 * told.stream().filter(one -> one.urgent() && one.status() == 200).count() / all;
  }

  private static boolean isRefusal(Wire.Told told) {
    return told.status() == 503 || told.status() == 429;
  }

  private static String times(List<Wire.Told> told, boolean checkIns, Integer... statuses) {
    long[] micros = told.stream().filter(one -> one.urgent() == checkIns && List.of(statuses).contains(one.status())).mapToLong(Wire.Told::micros).sorted().toArray();
    return micros.length == 0 ? "–" : String.format(Locale.ROOT, "%.1f · %.1f ms", part(micros, 0.5), part(micros, 0.99));
  }

  private static double part(long[] micros, double share) {
    return micros[Math.min(micros.length - 1, (int) (micros.length * share))] / 1_000.0;
  }

  /** Hundreds and thousands who drip heads, drip bodies or say nothing, each from an address of their own network; a visitor asks on. */
  private void slow() throws Exception {
    report.add("| slow clients | a visitor’s p95 before | with them | times as slow (aim ≤ 2) | all cut after (aim ≤ 30 s) |");
    report.add("| --- | --- | --- | --- | --- |");
    for (String kind : List.of("heads", "bodies", "idle")) for (int many : new int[] {300, 2_000}) slow(kind, many);
  }

  private void slow(String kind, int many) throws Exception {
    double before = p95(5);
    AtomicInteger open = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    long begun = System.nanoTime();
    long cut;
    double during;
    ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
    for (int i = 0; i < many; i++) {
      int n = i;
      all.submit(() -> drip(kind, "127.0." + (1 + n % 20) + "." + (2 + n / 200), open, over));
      if (i % 50 == 0) Thread.sleep(10);
    }
    Thread.sleep(1_000);
    during = p95(5);
    while (open.get() > 0 && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(90)) Thread.sleep(100);
    cut = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    over.set(true);
    all.shutdownNow();
    report.add(String.format(Locale.ROOT, "| %,d %s | %.1f ms | %.1f ms | %.1f | %.1f s%s |", many, kind, before, during, during / before, cut / 1_000.0, open.get() > 0 ? " and " + open + " still open" : ""));
  }

  private void drip(String kind, String from, AtomicInteger open, AtomicBoolean over) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", port), 20_000);
      open.incrementAndGet();
      try {
        socket.setSoTimeout(1_500);
        String beginning = switch (kind) {
          case "heads" -> "GET /opportunities HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
          case "bodies" -> "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ncontact=";
          default -> "";
        };
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        while (!over.get()) {
          try {
            if (socket.getInputStream().read() < 0) return;
          } catch (java.net.SocketTimeoutException stillOpen) {
            if (!kind.equals("idle")) socket.getOutputStream().write('a');
          }
        }
      } finally {
        open.decrementAndGet();
      }
    } catch (IOException cut) {
      // That is what is waited for.
    }
  }

  /** Milliseconds within which nineteen of twenty answers came, asked one after the other. */
  private double p95(int seconds) {
    List<Long> micros = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Line line = new Line(port, address(), false);
    while (System.nanoTime() < end) {
      long asked = System.nanoTime();
      line.ask(search());
      micros.add((System.nanoTime() - asked) / 1_000);
    }
    line.close();
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    return part(sorted, 0.95);
  }
}
