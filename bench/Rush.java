import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * A rush of readers on the public pages: how many answers a second there are at most, and how long an answer takes when seven tenths of that come, whether or not earlier ones were answered (an open loop;
 * a request's time runs from when it should have been sent). Beside each stands nginx with the very same bytes, packed as they are here, by the same readers. Readers take pages packed, and some ask whether
 * theirs is still the newest. Writes bench/CROWD.md. Run by bin/bench crowd [--seconds N] [--data DIR]; needs nginx. All traffic is on loopback and every load ends by itself.
 */
final class Rush {

  private static final int READERS = 64;
  /** Connections of an open loop. */
  private static final int MOST = 512;
  private static final int ROUNDS = 3;
  private static final int WARMINGS = 12;
  private static final double SHARE = 0.7;
  private static final double BOUND_MS = 100;

  private final Platform platform;
  private final int seconds;
  private final List<String> report = new ArrayList<>();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger lines = new AtomicInteger();
  private double worst;

  private Rush(Path data, int seconds) {
    platform = new Platform(data);
    this.seconds = seconds;
  }

  /** One load. @param p50 milliseconds
   *  @param other answers of another status than was asked for, and none */
  private record Told(double perSecond, double p50, double p99, double longest, long other) {}

  public static void main(String[] arguments) throws Exception {
    int seconds = 8;
    Path data = Path.of("data", "bench-crowd");
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      if (arguments[i].equals("--seconds")) seconds = Integer.parseInt(arguments[i + 1]);
      if (arguments[i].equals("--data")) data = Path.of(arguments[i + 1]);
    }
    new Rush(data, seconds).run();
  }

  private void run() throws Exception {
    platform.start("--demo");
    try {
      platform.settle();
      say("# A rush of readers, " + LocalDate.now());
      say("");
      say(String.format(Locale.ROOT, "%d connections, %d s for each load, the median of %d rounds in turn; platform, PostgreSQL, nginx and the readers share %d processors; load average at the start %s. The highest rate is that of readers who ask as soon "
          + "as they are answered. At seven tenths of it requests come evenly, whoever waits. Who asks with a mark read the page at most half a second ago; where it changed meanwhile it comes whole, and is counted in the last column. Milliseconds; bound of p99: %.0f.", READERS, seconds, ROUNDS, Runtime.getRuntime().availableProcessors(), Platform.load(), BOUND_MS));
      say("");
      say("| what | highest rate | at 70 %: p50 | p99 | longest | nginx, same bytes: highest rate | at 70 %: p50 | p99 | ratio of the rates | answered otherwise |");
      say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
      page("front page", "/");
      page("list of opportunities", "/opportunities");
      page("an opportunity", "/opportunities/" + platform.psql("select max(opportunity_id) from opportunities.listing"));
      say("");
      say(worst <= BOUND_MS ? "Each p99 is under its bound." : "**Not every p99 is under its bound.**");
    } finally {
      platform.stop();
    }
    Files.writeString(Path.of("bench", "CROWD.md"), String.join("\n", report) + "\n");
  }

  /** Packed as a browser takes it, and then asked for again by who has it already. */
  private void page(String what, String path) throws Exception {
    HttpResponse<byte[]> plain = get(path, "identity");
    if (plain.statusCode() != 200) throw new IllegalStateException(path + " answered " + plain.statusCode());
    int packed = get(path, "gzip").body().length;
    try (Nginx nginx = new Nginx(plain.body()); Marks marks = new Marks(path)) {
      String asked = request(platform.port(), path, "Accept-Encoding: gzip\r\n");
      String askedThere = request(nginx.port, "/page.html", "Accept-Encoding: gzip\r\n");
      row(String.format(Locale.ROOT, "%s, %d KB packed", what, packed / 1024), 200, () -> asked, () -> askedThere, nginx.port);
      marks.renew();
      String knownThere = request(nginx.port, "/page.html", "If-None-Match: " + nginx.tag(http) + "\r\n");
      row(what + ", still the newest (304)", 304, marks, () -> knownThere, nginx.port);
    }
  }

  private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(platform.base() + path)).header("Accept-Encoding", encoding).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The mark of the packed page, asked for anew each half second: readers have what they read a moment ago, and pages change. */
  private final class Marks implements Supplier<String>, AutoCloseable {

    private final String path;
    private volatile String request = "";
    private volatile boolean over;

    Marks(String path) {
      this.path = path;
    }

    void renew() throws Exception {
      look();
      Thread.ofPlatform().daemon().start(() -> {
        try {
          for (; !over; Thread.sleep(500)) look();
        } catch (IOException | InterruptedException stopped) {
          over = true;
        }
      });
    }

    private void look() throws IOException, InterruptedException {
      HttpResponse<byte[]> answer = Rush.this.get(path, "gzip");
      answer.headers().firstValue("ETag").ifPresent(tag -> request = request(platform.port(), path, "Accept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n"));
    }

    @Override
    public String get() {
      return request;
    }

    @Override
    public void close() {
      over = true;
    }
  }

  private static String request(int port, String path, String heads) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + heads + "\r\n";
  }

  private void row(String what, int status, Supplier<String> ours, Supplier<String> theirs, int nginx) throws Exception {
    for (int i = 0; i < WARMINGS; i++) load(platform.port(), ours, status, 0, 2);
    double most = Math.max(load(platform.port(), ours, status, 0, seconds).perSecond, load(platform.port(), ours, status, 0, seconds).perSecond);
    double limit = Math.max(load(nginx, theirs, status, 0, seconds).perSecond, load(nginx, theirs, status, 0, seconds).perSecond);
    List<Told> here = new ArrayList<>();
    List<Told> there = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      here.add(load(platform.port(), ours, status, SHARE * most, seconds));
      there.add(load(nginx, theirs, status, SHARE * limit, seconds));
    }
    Told us = median(here);
    Told them = median(there);
    worst = Math.max(worst, us.p99);
    say(String.format(Locale.ROOT, "| %s | %,.0f/s | %.1f | %.1f | %.1f | %,.0f/s | %.1f | %.1f | %.0f %% | %d |", what, most, us.p50, us.p99, us.longest, limit, them.p50, them.p99, 100 * most / limit,
        here.stream().mapToLong(Told::other).sum()));
  }

  private static Told median(List<Told> all) {
    return all.stream().sorted((one, other) -> Double.compare(one.p99, other.p99)).toList().get(all.size() / 2);
  }

  /** @param rate so many a second come, whatever becomes of them; 0: the next is asked as soon as one was answered */
  private Told load(int port, Supplier<String> request, int status, double rate, int lasting) throws Exception {
    long began = System.nanoTime();
    List<Wire.Told> told;
    try (Wire wire = new Wire(port, rate > 0 ? MOST : READERS, this::address).woken()) {
      told = rate > 0 ? wire.open(rate, lasting, i -> new Wire.Question(request.get(), false)) : wire.closed(READERS, lasting, i -> new Wire.Question(request.get(), false));
    }
    double took = (System.nanoTime() - began) / 1e9;
    long[] micros = told.stream().mapToLong(Wire.Told::micros).sorted().toArray();
    if (micros.length == 0) throw new IllegalStateException("nothing was answered: " + Line.FAILURES);
    return new Told(micros.length / took, micros[micros.length / 2] / 1e3, micros[(int) (micros.length * 0.99)] / 1e3, micros[micros.length - 1] / 1e3, told.stream().filter(one -> one.status() != status).count());
  }

  /** An address on loopback for each sixteen connections, as visitors come from many places. */
  private String address() {
    int n = lines.incrementAndGet() / 16;
    return "127.3." + (n / 200 % 250) + "." + (2 + n % 200);
  }

  /** nginx with one page, packed beforehand. */
  private final class Nginx implements AutoCloseable {

    private final int port = Platform.freePort();
    private final Process process;

    Nginx(byte[] page) throws Exception {
      Path root = Files.createDirectories(platform.data.resolve("nginx"));
      Files.write(root.resolve("page.html"), page);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
        packing.write(page);
      }
      Files.write(root.resolve("page.html.gz"), packed.toByteArray());
      Path configuration = Files.writeString(root.resolve("nginx.conf"), """
          worker_processes 2;
          pid %1$s/nginx.pid;
          error_log %1$s/error.log;
          events { worker_connections 1024; }
          http {
            access_log off; sendfile on; keepalive_requests 1000000; gzip_static on; types { text/html html; }
            server { listen 127.0.0.1:%2$d; location / { root %1$s; } }
          }
          """.formatted(root, port));
      process = new ProcessBuilder("nginx", "-c", configuration.toString(), "-g", "daemon off;").redirectErrorStream(true).start();
      Thread.sleep(500);
    }

    String tag(HttpClient http) throws Exception {
      return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/page.html")).build(), HttpResponse.BodyHandlers.discarding()).headers().firstValue("ETag").orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
