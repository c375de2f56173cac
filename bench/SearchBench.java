import java.io.IOException;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the search over all on the demonstration's country, at 8 connections, every address new so that no kept page answers; beside it, with the same load, a page that asks the database
 * nothing. Writes bench/SEARCH.md. Run by bin/bench search [--seconds N] [--rounds N] [--data DIR | --running PORT]; the first run fills the country.
 */
final class SearchBench {

  private static final int CONNECTIONS = 8;
  private static final double BOUND_MS = 50;

  /** Whole words, beginnings, other scripts, slips, words that nothing has. */
  private static final String[] WORDS = {"تشجير", "غرس أشجار", "تنظيف", "تنظيف الشاطئ", "التبرع بالدم", "دم", "أطفال", "المدرسة", "مدارس", "كتب", "مكتبة", "قفة رمضان", "رمضان", "إفطار", "إسعافات", "الإسعافات الأولية",
      "تكوين", "كبار السن", "مسنين", "ذوي الإعاقة", "بيئة", "غابة", "حريق", "فيضان", "طلاء", "ترميم", "مستشفى", "تراث", "رياضة", "كشافة", "جمعية", "شباب", "جامعة", "لغة الإشارة", "حديقة", "زيتون", "واحة",
      "nettoyage", "reboisement", "don de sang", "plage", "école", "bibliothèque", "jeunes", "association", "formation", "secours", "oued", "forêt", "arbres", "repas", "hôpital", "patrimoine",
      "تشج", "تنظ", "مدر", "nett", "form", "asso", "تنظييف", "تشجيير", "nettoyaje", "associtaion", "formasion", "قسطنطين", "zzzxqv", "ثثثضض"};

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> report = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final Path data;
  private final int seconds;
  private final int rounds;
  private final boolean running;
  private final int port;
  private List<String> searches = List.of();

  /** @param running the port of a platform that runs already; 0: one is started */
  private SearchBench(Path data, int seconds, int rounds, int running) {
    this.data = data;
    this.seconds = seconds;
    this.rounds = rounds;
    this.running = running > 0;
    this.port = running > 0 ? running : free();
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    int seconds = 10;
    int rounds = 3;
    int running = 0;
    Path data = Path.of("data", "bench-search");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "search" -> { }
        case "--seconds" -> seconds = Integer.parseInt(args[++i]);
        case "--rounds" -> rounds = Integer.parseInt(args[++i]);
        case "--data" -> data = Path.of(args[++i]);
        case "--running" -> running = Integer.parseInt(args[++i]);
        default -> {
          System.err.println("bin/bench search [--seconds N] [--rounds N] [--data DIR | --running PORT]");
          System.exit(2);
        }
      }
    }
    new SearchBench(data.toAbsolutePath(), seconds, rounds, running).run();
  }

  private void run() throws Exception {
    Process app = running ? null : new ProcessBuilder("bin/run", "--demo", "--port", Integer.toString(port), "--data", data.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      say("# Search over all, " + LocalDate.now());
      say("");
      say("Platform, PostgreSQL and this program share " + Runtime.getRuntime().availableProcessors() + " cores, of which " + load() + " processes wanted one when it began; " + CONNECTIONS
          + " connections, " + rounds + " rounds of " + seconds + " s in turn, the median round by its p99. Milliseconds, as a client sees them.");
      say("");
      await();
      searches = addresses();
      say("The demonstration's country: " + things() + " things that can be found; " + searches.size() + " different searches (words, beginnings, other scripts, slips, words that nothing has, each alone, with a wilaya, "
          + "and within a kind).");
      say("");
      for (int i = 0; i < 4; i++) load(this::search);
      say("| what | answers/s | p50 | p99 | slowest | bound of p99 |");
      say("| --- | --- | --- | --- | --- | --- |");
      List<double[]> searching = new ArrayList<>();
      List<double[]> plain = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        searching.add(load(this::search));
        plain.add(load(n -> "/help?n=" + n));
      }
      row("search over all, every address new", searching, Double.toString(BOUND_MS));
      row("a page that asks the database nothing, every address new", plain, "");
      Files.writeString(Path.of("bench", "SEARCH.md"), String.join("\n", report) + "\n");
      if (median(searching)[2] > BOUND_MS) throw new IllegalStateException("p99 is over its bound");
    } finally {
      if (app != null) {
        app.destroy();
        if (!app.waitFor(60, TimeUnit.SECONDS)) app.destroyForcibly();
      }
    }
  }

  private String search(int n) {
    return searches.get(n % searches.size()) + "&n=" + n;
  }

  private void row(String what, List<double[]> measured, String bound) {
    double[] m = median(measured);
    say("| %s | %.0f | %.1f | %.1f | %.1f | %s |".formatted(what, m[0], m[1], m[2], m[3], bound));
  }

  private static double[] median(List<double[]> rounds) {
    return rounds.stream().sorted((a, b) -> Double.compare(a[2], b[2])).toList().get(rounds.size() / 2);
  }

  /** Answers a second, p50, p99, slowest. */
  private double[] load(IntFunction<String> address) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Callable<List<Long>>> people = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) people.add(() -> asking(address, end));
    List<Long> took = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (var answers : all.invokeAll(people)) took.addAll(answers.get());
    }
    Collections.sort(took);
    return new double[] {took.size() / (double) seconds, took.get(took.size() / 2) / 1e6, took.get(took.size() * 99 / 100) / 1e6, took.getLast() / 1e6};
  }

  private List<Long> asking(IntFunction<String> address, long end) throws Exception {
    List<Long> took = new ArrayList<>();
    while (System.nanoTime() < end) {
      String path = address.apply(next.incrementAndGet());
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
      took.add(System.nanoTime() - start);
      if (answer.statusCode() != 200) throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return took;
  }

  private List<String> addresses() throws Exception {
    List<String> wilayas = new ArrayList<>();
    Matcher name = Pattern.compile("\"nameAr\" ?: ?\"([^\"]+)\"|\"ar\" ?: ?\"([^\"]+)\"").matcher(get("/api/places/wilayas"));
    while (name.find()) wilayas.add(name.group(1) != null ? name.group(1) : name.group(2));
    List<String> all = new ArrayList<>();
    for (String word : WORDS) {
      all.add("/search?q=" + encoded(word));
      for (String kind : List.of("opportunity", "organization", "operation")) all.add("/search?q=" + encoded(word) + "&kind=" + kind);
      for (String wilaya : wilayas) all.add("/search?q=" + encoded(word + " " + wilaya));
    }
    Collections.shuffle(all, new Random(20261205));
    return all;
  }

  private int things() throws Exception {
    int things = 0;
    for (int part = 1; part < 100; part++) {
      HttpResponse<String> answer = client.send(HttpRequest.newBuilder(uri("/sitemap-" + part + ".xml")).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) break;
      things += answer.body().split("<url>", -1).length / 3;
    }
    return things;
  }

  /** Ready, and everything brought on: nothing new for three looks. */
  private void await() throws Exception {
    for (int i = 0; i < 600 && !ready(); i++) Thread.sleep(1000);
    int same = 0;
    for (int before = -1; same < 3; Thread.sleep(3000)) {
      int now = things();
      same = now == before && now > 0 ? same + 1 : 0;
      before = now;
    }
  }

  private boolean ready() {
    try {
      return client.send(HttpRequest.newBuilder(uri("/actuator/health/readiness")).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException | InterruptedException notYet) {
      return false;
    }
  }

  private String get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static String load() throws IOException {
    return Arrays.stream(Files.readString(Path.of("/proc/loadavg")).split(" ")).findFirst().orElse("?");
  }

  private void say(String line) {
    report.add(line);
    System.out.println(line);
  }
}
