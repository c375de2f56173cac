package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A platform of its own, in a process of its own, whose database goes away and comes back. */
class OutageTests {

  private static final Path DATA = Path.of("target", "test-outage").toAbsolutePath();
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Postgres postgres;
  private static Gateway gateway;
  private static Process platform;
  private static String here;

  @BeforeAll
  static void aPlatformStands() throws Exception {
    FileSystemUtils.deleteRecursively(DATA.resolve("postgres"));
    postgres = Postgres.own(DATA, Map.of("fsync", "off"));
    gateway = new Gateway(postgres.port());
    String url = "jdbc:postgresql://127.0.0.1:" + gateway.port() + "/postgres?user=postgres&password=" + postgres.password();
    String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> !part.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    platform = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classes,
        "dz.linatatawwa.Linatatawwa", "--server.port=0", "--linatatawwa.data=" + DATA, "--linatatawwa.database=" + url, "--logging.level.root=off").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = platform.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("ready in ")) line = out.readLine();
    assertThat(line).as("the platform starts").isNotNull();
    here = line.substring(line.indexOf("http"));
    Thread.ofVirtual().start(() -> out.lines().forEach(said -> {}));
  }

  @AfterAll
  static void nothingRunsOn() throws IOException {
    if (platform != null) platform.destroyForcibly();
    if (gateway != null) gateway.close();
    if (postgres != null) postgres.close();
  }

  @Test
  void saysThatTheDatabaseIsAwayAndIsItselfAgainWhenItIsBack() throws Exception {
    assertThat(get("/opportunities", "fr").statusCode()).isEqualTo(200);
    gateway.close();
    for (String path : List.of("/opportunities?q=away", "/numbers?away=1", "/organizations?q=away", "/desk")) {
      HttpResponse<String> page = get(path, "fr", "Cookie", "session=" + "A".repeat(43));
      assertThat(page.statusCode()).as(path).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).contains("5");
      assertThat(page.body()).contains("<html lang=\"fr-DZ\"", "La plateforme fait une courte pause").doesNotContain("Exception", "SQL", "at dz.");
    }
    assertThat(get("/opportunities?q=away", "ar").body()).contains("dir=\"rtl\"", "المنصّة متوقّفة لحظةً");
    HttpResponse<String> api = get("/api/opportunities?q=away", "en");
    assertThat(api.statusCode()).isEqualTo(503);
    assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(api.headers().firstValue("Retry-After")).contains("5");
    assertThat(get("/help", "fr").statusCode()).as("what needs no database").isEqualTo(200);
    assertThat(get("/actuator/health/readiness", "fr").statusCode()).isEqualTo(503);
    nobodyWaitsInACrowd();
    gateway.open();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (get("/opportunities?q=back", "fr").statusCode() != 200 && System.nanoTime() < end) Thread.sleep(100);
    for (int i = 0; i < 20; i++) assertThat(get("/opportunities?q=back" + i, "fr").statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsToldToBePatientWaitsUntilAnotherServerTakesOverAndNoLonger() throws Exception {
    try (Gateway own = new Gateway(postgres.port()); Pool pool = new Pool(2, Duration.ofSeconds(20))) {
      pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + own.port() + "/postgres?user=postgres&connectTimeout=1&password=" + postgres.password());
      pool.getConnection().close();
      Thread.sleep(600); // the pool trusts what was used within half a second
      own.close();
      List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        waiting.add(CompletableFuture.supplyAsync(() -> {
          try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
          } catch (SQLException e) {
            return false;
          }
        }, task -> Thread.ofVirtual().start(task)));
      }
      Thread.sleep(1_300);
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      own.open();
      assertThat(waiting.stream().map(CompletableFuture::join)).containsOnly(true);
    }
    try (Pool hurried = new Pool(1, Duration.ofMillis(300))) {
      hurried.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/postgres?user=postgres&connectTimeout=1&password=x");
      hurried.setInitializationFailTimeout(-1);
      assertThatThrownBy(hurried::getConnection).isInstanceOf(SQLException.class);
    }
  }

  private static void nobodyWaitsInACrowd() {
    List<CompletableFuture<Integer>> crowd = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < 300; i++) {
      crowd.add(CLIENT.sendAsync(request("/opportunities?q=crowd" + i, "ar").build(), HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode));
    }
    assertThat(crowd.stream().map(CompletableFuture::join)).containsOnly(503);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
  }

  private static HttpResponse<String> get(String path, String language, String... headers) throws Exception {
    HttpRequest.Builder request = request(path, language);
    if (headers.length > 0) request.headers(headers);
    long began = System.nanoTime();
    HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 503) assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(SOON);
    return answer;
  }

  private static HttpRequest.Builder request(String path, String language) {
    return HttpRequest.newBuilder(URI.create(here + path)).header("Accept-Language", language);
  }
}
