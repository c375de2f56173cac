import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many phones that check people in over HTTP, one request after the other; what got no answer is asked again later under the same key. */
final class CheckIns {

  private static final int PEOPLE = 40_000;
  private static final long FIRST_PERSON = 10_000_001;
  private static final long FIRST_SHIFT = 20_000_001;

  /** Keys that were answered: with the time that the platform promised to keep. */
  final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
  /** Keys that were refused for good. */
  final Map<Integer, String> refused = new ConcurrentHashMap<>();
  private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong repeats = new AtomicLong();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String base;
  private volatile String cookie = "";
  private volatile String csrf = "";

  CheckIns(String base) {
    this.base = base;
  }

  static long shift(int n) {
    return FIRST_SHIFT + n / PEOPLE;
  }

  static long person(int n) {
    return FIRST_PERSON + n % PEOPLE;
  }

  static String key(int n) {
    return "crash-key-" + n;
  }

  int begun() {
    return next.get();
  }

  long repeats() {
    return repeats.get();
  }

  int unanswered() {
    return unanswered.size();
  }

  /** The next check-in, or one that never got its answer.
   *  @return whether the platform answered it for good */
  boolean one() throws InterruptedException {
    Integer again = unanswered.poll();
    if (again != null) repeats.incrementAndGet();
    int n = again != null ? again : next.getAndIncrement();
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/shifts/" + shift(n) + "/attendance")).timeout(Duration.ofSeconds(20))
        .header("Cookie", cookie).header("X-CSRF-TOKEN", csrf).header("Origin", base).header("Idempotency-Key", key(n)).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"deed\":\"check-in\",\"volunteer\":" + person(n) + "}")).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      Matcher at = Pattern.compile("\"at\":\"([^\"]+)\"").matcher(answer.body());
      if (status == 200 && at.find()) {
        acknowledged.put(n, at.group(1));
        return true;
      }
      if (status == 409) {
        refused.put(n, answer.body());
        return true;
      }
      if (status != 429 && status / 100 != 5) throw new IllegalStateException("an answer that nobody expects: " + status + " " + answer.body());
    } catch (IOException cut) {
      // no answer: it may be stored or not
    }
    unanswered.add(n);
    return false;
  }

  void signIn(String email) throws IOException, InterruptedException {
    CookieManager jar = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(jar).followRedirects(HttpClient.Redirect.NORMAL).build();
    String form = text(browser, "/sign-in", null);
    browser.send(post("/sign-in", "_csrf=" + token(form) + "&contact=" + URLEncoder.encode(email, StandardCharsets.UTF_8)), HttpResponse.BodyHandlers.ofString());
    Thread.sleep(700);
    Matcher code = Pattern.compile("\\b(\\d{6})\\b").matcher(text(browser, "/demo/outbox?to=" + URLEncoder.encode(email, StandardCharsets.UTF_8), "application/json"));
    if (!code.find()) throw new IllegalStateException("no code in the outbox");
    browser.send(post("/sign-in/code", "_csrf=" + token(text(browser, "/sign-in/code", null)) + "&code=" + code.group(1)), HttpResponse.BodyHandlers.ofString());
    cookie = String.join("; ", jar.getCookieStore().getCookies().stream().map(c -> c.getName() + "=" + c.getValue()).toList());
    csrf = token(text(browser, "/organizations/1/desk/shifts/" + FIRST_SHIFT, null));
  }

  private String text(HttpClient browser, String path, String accept) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (accept != null) request.header("Accept", accept);
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", base)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private static String token(String page) {
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
    if (!token.find()) throw new IllegalStateException("no form on the page");
    return token.group(1);
  }
}
