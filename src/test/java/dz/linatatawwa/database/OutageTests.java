package dz.linatatawwa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.world.Programs;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A platform of its own, in a process of its own, whose database goes away and comes back. */
class OutageTests {

  private static final Path DATA = Path.of("target", "test-outage").toAbsolutePath();
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int CROWD = 300;
  /** As many as one processor has room for at once. */
  private static final int FITTING = 12;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Everything that the platform wrote out. */
  private static final List<String> SAID = new CopyOnWriteArrayList<>();

  /** Where this system lets us make one: its data lie on it. */
  private static boolean onASmallDisk;
  private static Postgres postgres;
  private static Gateway gateway;
  private static Process platform;
  private static String here;

  @BeforeAll
  static void aPlatformStands() throws Exception {
    run("umount", DATA.toString()); // of a run that was broken off
    Programs.emptyFolder("test-outage");
    onASmallDisk = run("mount", "-t", "tmpfs", "-o", "size=600m", "none", DATA.toString());
    if (onASmallDisk) Programs.emptyFolder("test-outage");
    postgres = Postgres.own(DATA, Map.of("fsync", "off"));
    gateway = new Gateway(postgres.port());
    String url = "jdbc:postgresql://127.0.0.1:" + gateway.port() + "/postgres?user=postgres&password=" + postgres.password();
    String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> !part.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
    platform = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classes,
        "dz.linatatawwa.Linatatawwa", "--server.port=0", "--linatatawwa.data=" + DATA, "--linatatawwa.database=" + url,
        "--linatatawwa.metrics.port=0", "--linatatawwa.disk.reserve=120MB", "--logging.structured.format.console=ecs", "--logging.level.root=warn", "--logging.level.dz.linatatawwa.upkeep=info").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = platform.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (line != null && !line.startsWith("ready in ")) {
      SAID.add(line);
      line = out.readLine();
    }
    assertThat(line).as("the platform starts: %s", SAID).isNotNull();
    here = line.substring(line.indexOf("http"));
    Thread.ofVirtual().start(() -> out.lines().forEach(SAID::add));
  }

  @AfterAll
  static void nothingRunsOn() throws IOException {
    if (platform != null) platform.destroyForcibly();
    if (gateway != null) gateway.close();
    if (postgres != null) postgres.close();
    if (onASmallDisk) run("umount", DATA.toString());
  }

  @AfterEach
  void theDatabaseIsThereAgain() throws Exception {
    gateway.deliver();
    if (gateway.isShut()) gateway.open();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (get("/opportunities?q=again", "fr").statusCode() != 200 && System.nanoTime() < end) Thread.sleep(100);
  }

  private static boolean run(String... words) {
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException | InterruptedException none) {
      return false;
    }
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
  void aNetworkThatSwallowsEverythingIsNoticedWithinTwoSecondsAndNobodyPilesUp() throws Exception {
    assertThat(get("/opportunities?q=before", "fr").statusCode()).isEqualTo(200);
    gateway.swallow();
    assertThat(get("/opportunities?q=hole", "fr").statusCode()).as("asked on a connection that is dead and does not know it").isEqualTo(503);
    nobodyWaitsInACrowd();
    assertThat(get("/help", "fr").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness", "fr").statusCode()).isEqualTo(503);
    gateway.deliver();
    long back = System.nanoTime();
    while (get("/opportunities?q=back", "fr").statusCode() != 200 && System.nanoTime() - back < Duration.ofSeconds(10).toNanos()) Thread.sleep(50);
    assertThat(Duration.ofNanos(System.nanoTime() - back)).as("healed by itself, whatever was being opened when it went").isLessThan(Duration.ofSeconds(3));
    for (int i = 0; i < 20; i++) assertThat(get("/opportunities?q=well" + i, "fr").statusCode()).isEqualTo(200);
    assertThat(figures()).contains("linatatawwa_database_connections{state=\"awaited\"} 0.0", "linatatawwa_job_runs_total", "http_server_requests_seconds_bucket", "logback_events_total");
  }

  @Test
  void whatItSaysIsJsonWithTheNumberOfTheRequestAndNobodysData() throws Exception {
    String number = "0af7651916cd43dd8448eb211c80319c";
    HttpResponse<String> answer = CLIENT.send(request("/actuator/health?who=amina.secret@example.dz", "fr").header("traceparent", "00-" + number + "-b7ad6b7169203331-01").build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("traceresponse").orElse("")).matches("00-" + number + "-[0-9a-f]{16}-01");
    gateway.close();
    CLIENT.send(request("/opportunities?q=amina.secret@example.dz", "fr").header("traceparent", "00-" + number + "-b7ad6b7169203331-01").build(), HttpResponse.BodyHandlers.ofString());
    gateway.open();
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (get("/opportunities?q=open", "fr").statusCode() != 200 && System.nanoTime() < end) Thread.sleep(50);
    List<String> json = SAID.stream().filter(line -> line.startsWith("{")).toList();
    assertThat(json).isNotEmpty().allSatisfy(line -> assertThat(JsonMapper.shared().readTree(line).path("@timestamp").isMissingNode()).isFalse());
    assertThat(json).anySatisfy(line -> assertThat(line).contains("the database is away", number));
    assertThat(String.join("\n", SAID)).doesNotContain("amina.secret");
  }

  @Test
  void aDiskThatFillsUpMakesItReadOnlyBeforeTheDatabaseWouldStopAndItHealsByItself() throws Exception {
    Assumptions.assumeTrue(onASmallDisk, "this system lets us make no small disk");
    Path ballast = DATA.resolve("ballast");
    try {
      fill(ballast, 60L << 20);
      assertThat(deed(503)).as("read-only").isEqualTo(503);
      fill(ballast, 1L << 20);
      for (int i = 0; i < 20; i++) assertThat(get("/opportunities?q=full" + i, "fr").statusCode()).isEqualTo(200);
      assertThat(get("/actuator/health/readiness", "fr").statusCode()).as("it goes on serving").isEqualTo(200);
    } finally {
      Files.deleteIfExists(ballast);
    }
    assertThat(deed(403)).as("deeds are looked at again; this one has no token").isEqualTo(403);
    assertThat(Files.readString(DATA.resolve("postgres.log"), StandardCharsets.ISO_8859_1)).doesNotContain("PANIC");
  }

  private static void fill(Path ballast, long left) throws IOException {
    try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20); Files.getFileStore(DATA).getUsableSpace() > left + (1 << 20); bytes.clear()) file.write(bytes);
    }
  }

  /** Asks until it is answered so, eight seconds at most. */
  private static int deed(int expected) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    while (true) {
      int status = CLIENT.send(request("/sign-in", "fr").header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("contact=x")).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == expected || System.nanoTime() > end) return status;
      Thread.sleep(100);
    }
  }

  @Test
  void everyFigureOfTheDashboardAndOfTheAlarmsExists() throws Exception {
    get("/opportunities?q=figures", "fr");
    Set<String> told = figures().lines().filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    for (String file : List.of("deploy/grafana/linatatawwa.json", "deploy/prometheus/alerts.yml")) {
      Matcher name = Pattern.compile("\\b(?:linatatawwa|http_server|jvm|process|system|logback)_[a-z_]+").matcher(Files.readString(Path.of(file)));
      while (name.find()) named.add(name.group());
    }
    assertThat(named).hasSizeGreaterThan(25);
    assertThat(told).containsAll(named);
  }

  private static String figures() throws Exception {
    String place = SAID.stream().filter(line -> line.contains("figures at http")).findFirst().orElseThrow();
    String address = place.replaceFirst(".*figures at (http://[0-9.:]+/metrics).*", "$1");
    return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void whoIsToldToBePatientWaitsUntilAnotherServerTakesOverAndNoLonger() throws Exception {
    try (Gateway own = new Gateway(postgres.port()); Pool pool = new Pool(source("jdbc:postgresql://127.0.0.1:" + own.port() + "/postgres?user=postgres&connectTimeout=1&password="
        + postgres.password()), 2, Duration.ofSeconds(20))) {
      pool.getConnection().close();
      Thread.sleep(1_500); // the pool trusts what was used or made within half a second
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
    try (Pool hurried = new Pool(source("jdbc:postgresql://127.0.0.1:1/postgres?user=postgres&connectTimeout=1&password=x"), 1, Duration.ofMillis(300))) {
      hurried.setInitializationFailTimeout(-1);
      assertThatThrownBy(hurried::getConnection).isInstanceOf(SQLException.class);
    }
  }

  private static javax.sql.DataSource source(String url) {
    org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
    source.setURL(url);
    return source;
  }

  /** Refusing a crowd takes no longer than showing it a page that needs no data takes on this machine, and a little. */
  private static void nobodyWaitsInACrowd() {
    Duration usual = crowd("/help?n=", 200, FITTING);
    assertThat(crowd("/opportunities?q=crowd", 503, CROWD)).isLessThan(usual.multipliedBy(4).plusSeconds(2));
  }

  /** @param atOnce how many wait for their answer at the same time; of more than {@link #FITTING} the door refuses some */
  private static Duration crowd(String path, int expected, int atOnce) {
    List<CompletableFuture<Integer>> crowd = new ArrayList<>();
    Semaphore room = new Semaphore(atOnce);
    long began = System.nanoTime();
    for (int i = 0; i < CROWD; i++) {
      room.acquireUninterruptibly();
      crowd.add(CLIENT.sendAsync(request(path + i, "ar").build(), HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode).whenComplete((status, broken) -> room.release()));
    }
    assertThat(crowd.stream().map(CompletableFuture::join)).containsOnly(expected);
    return Duration.ofNanos(System.nanoTime() - began);
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
