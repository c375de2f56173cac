import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** People and phones in an open loop: they come when they come, whether or not those before them were answered. Half of them check somebody in, a quarter search, and a quarter read pages that followers may answer, one in five of them the dearest there is. Nobody
 *  tries again by themselves: what fails here, a person saw. */
final class Load {

  static final int PEOPLE = 8_000;
  static final long FIRST_PERSON = 10_000_001;
  static final long FIRST_SHIFT = 20_000_001;
  private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");

  /** @param sent and done in nanoseconds of {@code System.nanoTime} @param status 0: no answer came */
  record Told(boolean deed, long sent, long done, int status, String how) {
    boolean failed() {
      return status == 0 || status >= 500 || status == 429;
    }
  }

  /** Keys of check-ins that were answered, with the time that was promised. */
  final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
  final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger under = new AtomicInteger();
  private final HttpClient http;
  private final String base;
  private final String cookie;
  private final String token;
  private volatile boolean going;
  private Thread clock = new Thread();

  Load(String base, SSLContext trust, String cookie) throws IOException, InterruptedException {
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trust).connectTimeout(Duration.ofSeconds(15)).build();
    this.base = base;
    this.cookie = cookie;
    Matcher found = Pattern.compile("\"token\" ?: ?\"([^\"]+)\"").matcher(http.send(HttpRequest.newBuilder(URI.create(base + "/api/session")).header("Cookie", cookie).build(),
        HttpResponse.BodyHandlers.ofString()).body());
    if (!found.find()) throw new IllegalStateException("nobody is signed in");
    token = found.group(1);
  }

  static String key(int n) {
    return "failover-key-" + n;
  }

  void begin(double perSecond) {
    going = true;
    told.clear();
    clock = Thread.ofPlatform().start(() -> {
      long pause = (long) (1e9 / perSecond);
      long due = System.nanoTime();
      for (int i = 0; going; i++, due += pause) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
        long sent = due;
        boolean deed = i % 2 == 0;
        String page = i % 4 == 1 ? "/opportunities?q=" : i % 20 == 3 ? "/numbers?n=" : "/ledger?n=";
        under.incrementAndGet();
        Thread.ofVirtual().start(() -> {
          told.add(deed ? checkIn(next.getAndIncrement(), sent) : read(page, sent));
          under.decrementAndGet();
        });
      }
    });
  }

  /** No more come; whoever is under way is waited for. */
  List<Told> end() throws InterruptedException {
    going = false;
    clock.join();
    while (under.get() > 0) Thread.sleep(20);
    return told.stream().sorted(Comparator.comparingLong(Told::sent)).toList();
  }

  /** So many answers came in all, and the last of them when. */
  long answeredSince(long when) {
    return told.stream().filter(one -> one.deed() && one.status() == 200 && one.done() > when).count();
  }

  Told checkIn(int n, long sent) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/shifts/" + shift(n) + "/attendance")).timeout(Duration.ofSeconds(40))
        .header("Cookie", cookie).header("X-CSRF-TOKEN", token).header("Origin", base).header("Idempotency-Key", key(n)).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"deed\":\"check-in\",\"volunteer\":" + person(n) + "}")).build();
    Told answer = ask(request, true, sent, n);
    if (answer.failed()) unanswered.add(n);
    return answer;
  }

  /** Each page is asked for once, so that none is kept. */
  private Told read(String page, long sent) {
    return ask(HttpRequest.newBuilder(URI.create(base + page + Long.toString(sent, 36))).timeout(Duration.ofSeconds(40)).build(), false, sent, -1);
  }

  private Told ask(HttpRequest request, boolean deed, long sent, int n) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Matcher at = AT.matcher(answer.body());
      if (deed && answer.statusCode() == 200 && at.find()) acknowledged.put(n, at.group(1));
      return new Told(deed, sent, System.nanoTime(), answer.statusCode(), answer.statusCode() < 300 ? "" : answer.body().substring(0, Math.min(160, answer.body().length())));
    } catch (IOException none) {
      return new Told(deed, sent, System.nanoTime(), 0, none.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Told(deed, sent, System.nanoTime(), 0, "interrupted");
    }
  }

  static long shift(int n) {
    return FIRST_SHIFT + n / PEOPLE;
  }

  static long person(int n) {
    return FIRST_PERSON + n % PEOPLE;
  }
}
