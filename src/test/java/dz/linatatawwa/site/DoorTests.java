package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.site.Crowd.Kind;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of a crowd, on a web server of the test's own: who is slow is cut and disturbs nobody, who is too many hears so at once. */
class DoorTests {

  private static final int AT_ONCE = 10;
  private static final int OF_ONE_ADDRESS = 60;
  private static final int ARRIVING = 35;
  private static final String PAGE = "GET /opportunities HTTP/1.1\r\nHost: a\r\n\r\n";

  @TempDir Path folder;
  private final Tomcat server = new Tomcat();
  private final CountDownLatch held = new CountDownLatch(1);
  private final ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor();
  private Crowd crowd = new Crowd(1, 0);
  private int port;

  @BeforeEach
  void open() throws Exception {
    CrowdRules rules = new CrowdRules(AT_ONCE, OF_ONE_ADDRESS, Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000_000, ARRIVING, Set.of());
    server.setBaseDir(Files.createDirectories(folder.resolve("tomcat")).toString());
    GuardedProtocol protocol = new GuardedProtocol();
    crowd = new Crowd(rules.most(), rules.line());
    protocol.guard(rules, crowd, Duration.ofSeconds(1), Duration.ofMillis(300));
    protocol.setExecutor(visitors);
    Connector connector = new Connector(protocol);
    connector.setPort(0);
    server.setConnector(connector);
    var context = server.addContext("", folder.toString());
    Tomcat.addServlet(context, "all", new Answering());
    context.addServletMappingDecoded("/*", "all");
    server.getEngine().getPipeline().addValve(new Door(rules, crowd));
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void close() throws Exception {
    held.countDown();
    visitors.shutdownNow();
    server.stop();
    server.destroy();
  }

  /** Says how many bytes it got; at {@code /held} only when it may. */
  private final class Answering extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
      byte[] body = request.getInputStream().readAllBytes();
      try {
        if (request.getRequestURI().startsWith("/held")) held.await();
        if (request.getRequestURI().startsWith("/slow")) Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      response.getWriter().write("got " + body.length);
    }
  }

  @Test
  void whoDripsTheHeadOfARequestIsCut() throws Exception {
    assertThat(dripped("GET /help HTTP/1.1\r\nHost: a\r\nX-A: ")).isLessThan(5_000);
  }

  @Test
  void whoDripsABodyIsCutThoughEveryByteComesInTime() throws Exception {
    assertThat(dripped("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")).isLessThan(5_000);
    assertThat(dripped("POST /imports HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")).isLessThan(5_000);
  }

  @Test
  void slowClientsTakeUpNoRoomOfOthers() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 3 * AT_ONCE; i++) slow.add(begun("POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\na"));
    assertThat(asked("GET", "/help", "")).startsWith("HTTP/1.1 200");
    assertThat(asked("POST", "/sign-in", "contact=a")).startsWith("HTTP/1.1 200").endsWith("got 9");
    for (Socket one : slow) one.close();
  }

  @Test
  void asManyBodiesAsThereMayBeArriveAndWhoseBodyIsThereGoesPastThem() throws Exception {
    List<Socket> slow = new ArrayList<>();
    String beginning = "POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 9\r\n\r\n";
    for (int i = 0; i < ARRIVING; i++) slow.add(begun(beginning));
    Thread.sleep(300); // they are in before the second that a body has is over
    try (Socket more = begun(beginning)) {
      assertThat(answer(more)).as("one too many whose body is still on its way").startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: ");
    }
    assertThat(asked("POST", "/sign-in", "contact=a")).as("a body that came with its head").startsWith("HTTP/1.1 200").endsWith("got 9");
    for (Socket one : slow) one.close();
  }

  @Test
  void filesThatTakeTheirTimeTakeNoRoomOfOthers() throws Exception {
    List<Socket> uploads = new ArrayList<>();
    for (int i = 0; i < AT_ONCE + 2; i++) uploads.add(begun("POST /imports HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\na"));
    assertThat(asked("GET", "/opportunities", "")).startsWith("HTTP/1.1 200");
    assertThat(asked("POST", "/opportunities/7/applications", "a=b")).startsWith("HTTP/1.1 200");
    for (Socket one : uploads) one.close();
  }

  @Test
  void theFullerItIsTheFewerKindsAreLetIn() throws Exception {
    List<Future<String>> inside = new ArrayList<>();
    for (int i = 0; i < 7; i++) inside.add(visitors.submit(() -> asked("GET", "/held", "")));
    awaitFull("/opportunities");
    String refused = asked("GET", "/opportunities", "");
    assertThat(refused).startsWith("HTTP/1.1 429").containsIgnoringCase("Retry-After: ").contains("Content-Security-Policy", "<main");
    assertThat(asked("GET", "/api/opportunities", "")).startsWith("HTTP/1.1 429").contains("application/problem+json", "/developers/problems/too-many", "\"status\":429");
    assertThat(asked("POST", "/opportunities/7/applications", "a=b")).as("somebody who applies").startsWith("HTTP/1.1 200");
    assertThat(asked("POST", "/api/shifts/7/attendance", "{}")).as("somebody who checks in").startsWith("HTTP/1.1 200");
    assertThat(asked("GET", "/styles/site.css", "")).as("what is answered from memory").startsWith("HTTP/1.1 200");
    held.countDown();
    for (Future<String> one : inside) assertThat(one.get()).startsWith("HTTP/1.1 200");
    assertThat(asked("GET", "/opportunities", "")).as("afterwards").startsWith("HTTP/1.1 200");
  }

  @Test
  void whoKeepsTheConnectionIsRefusedOnTheDoorstepWordForWordAsByTheDoor() throws Exception {
    fill();
    String door = asked("GET", "/opportunities", "");
    try (Socket socket = begun("GET /opportunities?q=a HTTP/1.1\r\nHost: a\r\nCookie: session=b\r\n\r\n")) {
      String doorstep = part(socket);
      assertThat(lines(doorstep)).as("but for the end of the connection").isEqualTo(lines(door.replaceFirst("Connection: close\r\n", "")));
      assertThat(doorstep).startsWith("HTTP/1.1 429").containsPattern("Retry-After: [123]\r\n").containsPattern("Date: .* GMT\r\n");
      socket.getOutputStream().write("GET /opportunities HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(part(socket)).as("asked again over the same connection").startsWith("HTTP/1.1 429");
      assertThat(crowd.refusedOnDoorstep()).isEqualTo(2);
      empty(7);
      socket.getOutputStream().write("GET /opportunities HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(part(socket)).as("once there is room").startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void whatTheDoorstepDoesNotUnderstandIsLeftToTheDoorAndNothingOfItIsLost() throws Exception {
    fill();
    try (Socket socket = begun("POST /api/shifts/7/attendance HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde")) {
      assertThat(part(socket)).startsWith("HTTP/1.1 200").endsWith("got 5");
    }
    try (Socket socket = begun("GET /styles/site.css HTTP/1.1\r\nHost: a\r\n\r\nGET /styles/site.css HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      assertThat(answer(socket)).as("two in one piece").contains("HTTP/1.1 200").containsOnlyOnce("Connection: close").matches("(?s).*got 0.*got 0");
    }
    try (Socket socket = begun("GET /opportun")) {
      Thread.sleep(100);
      socket.getOutputStream().write("ities HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(part(socket)).as("a head in two pieces").startsWith("HTTP/1.1 429");
    }
    try (Socket socket = begun("GET /opportunities HTTP/1.1\r\n\r\n")) {
      assertThat(part(socket)).as("no host").startsWith("HTTP/1.1 400");
    }
    assertThat(asked("GET", "/help", "")).as("whoever wants no more afterwards").containsIgnoringCase("Connection: close").startsWith("HTTP/1.1 429");
  }

  /** Readers who come are refused at once, until those inside may leave. */
  private void fill() throws Exception {
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    for (int i = 0; i < 3 * AT_ONCE; i++) {
      visitors.submit(() -> {
        for (; held.getCount() > 0; Thread.sleep(1)) if (crowd.enter(Kind.BROWSE)) crowd.leave();
        return null;
      });
    }
    while (crowd.room(Kind.BROWSE) > 1 - 2 * AT_ONCE) Thread.sleep(1);
  }

  private void empty(int inside) {
    held.countDown();
    for (int i = 0; i < inside; i++) crowd.leave();
  }

  private static List<String> lines(String answer) {
    return answer.replaceAll("Retry-After: [123]", "Retry-After: 1").replaceAll("Date: [^\r]*", "Date: now").lines().sorted().toList();
  }

  /** One answer with a length, and no more of the connection. */
  private static String part(Socket socket) throws IOException {
    socket.setSoTimeout(5_000);
    InputStream in = socket.getInputStream();
    StringBuilder heads = new StringBuilder();
    while (heads.indexOf("\r\n\r\n") < 0) {
      int one = in.read();
      if (one < 0) return heads.toString();
      heads.append((char) one);
    }
    var length = java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(heads);
    return heads + new String(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
  }

  @Test
  void checkInsAreTheLastToBeRefusedAndExportsTheFirst() {
    Crowd crowd = new Crowd(100, 0);
    for (int i = 0; i < 35; i++) assertThat(crowd.enter(Kind.EXPORT)).isTrue();
    assertThat(crowd.enter(Kind.EXPORT)).isFalse();
    for (int i = 35; i < 70; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    assertThat(crowd.enter(Kind.BROWSE)).isFalse();
    for (int i = 70; i < 85; i++) assertThat(crowd.enter(Kind.BOOKING)).isTrue();
    assertThat(crowd.enter(Kind.BOOKING)).isFalse();
    for (int i = 85; i < 100; i++) assertThat(crowd.enter(Kind.CHECK_IN)).isTrue();
    assertThat(crowd.enter(Kind.CHECK_IN)).isFalse();
    assertThat(crowd.inside()).isEqualTo(100);
  }

  @Test
  void whoFindsNoRoomWaitsAMomentAndTheUrgentOneIsCalledFirst() throws Exception {
    Crowd crowd = new Crowd(1, 5);
    assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    List<Kind> order = java.util.Collections.synchronizedList(new ArrayList<>());
    Future<Boolean> reader = visitors.submit(() -> let(crowd, Kind.BOOKING, order));
    while (crowd.waiting() < 1) Thread.onSpinWait();
    Future<Boolean> atTheMeetingPoint = visitors.submit(() -> let(crowd, Kind.CHECK_IN, order));
    while (crowd.waiting() < 2) Thread.onSpinWait();
    crowd.leave();
    assertThat(atTheMeetingPoint.get()).isTrue();
    crowd.leave();
    assertThat(reader.get()).isTrue();
    assertThat(order).containsExactly(Kind.CHECK_IN, Kind.BOOKING);
    crowd.leave();
    assertThat(crowd.inside()).isZero();
    assertThat(crowd.waiting()).isZero();
  }

  private static boolean let(Crowd crowd, Kind kind, List<Kind> order) {
    if (!crowd.enter(kind)) return false;
    order.add(kind);
    return true;
  }

  @Test
  void aLineIsNoLongerThanItMayBeAndHasAnEnd() {
    Crowd crowd = new Crowd(1, 1);
    assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    assertThat(crowd.enter(Kind.BROWSE)).as("after a moment in the line").isFalse();
    assertThat(new Crowd(1, 0).enter(Kind.EXPORT)).isTrue();
    assertThat(crowd.waiting()).isZero();
  }

  @Test
  void whoStandsInLineBeforeTheDoorComesInAsSoonAsThereIsRoomAndHoldsNoThread() throws Exception {
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    try (Socket first = begun(PAGE); Socket second = begun(PAGE)) {
      Thread.sleep(20);
      assertThat(crowd.waiting()).as("threads in line").isZero();
      crowd.leave();
      // somebody's end calls the next one
      assertThat(asked("GET", "/styles/site.css", "")).startsWith("HTTP/1.1 200");
      assertThat(part(first)).startsWith("HTTP/1.1 200");
      assertThat(part(second)).as("called by the end of the first").startsWith("HTTP/1.1 200");
    }
    assertThat(crowd.refused()).isZero();
    empty(6);
  }

  @Test
  void whoHasStoodInLineForLongIsToldSoThoughNobodyComesOrGoes() throws Exception {
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    try (Socket socket = begun(PAGE)) {
      assertThat(part(socket)).startsWith("HTTP/1.1 429");
      assertThat(crowd.refusedOnDoorstep()).isOne();
      empty(7);
      socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
      assertThat(part(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aLineThatMovesIsAsLongAsItMustBeAndOneThatStandsIsFullAfterAMoment() throws Exception {
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    List<Socket> line = new ArrayList<>();
    for (int i = 0; i < 3 * AT_ONCE; i++) line.add(begun(PAGE));
    empty(7);
    for (Socket one : line) assertThat(part(one)).as("more than may wait as threads, none for long").startsWith("HTTP/1.1 200");
    assertThat(crowd.refused()).isZero();
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    for (Socket one : line.subList(0, 2 * AT_ONCE)) one.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
    Thread.sleep(400);
    long asked = System.nanoTime();
    line.getLast().getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
    assertThat(part(line.getLast())).startsWith("HTTP/1.1 429");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).as("they do not have to wait for it").isLessThan(Duration.ofMillis(500));
    assertThat(part(line.getFirst())).startsWith("HTTP/1.1 429");
    for (Socket one : line) one.close();
    empty(7);
  }

  @Test
  void whoGoesAwayWhileTheyStandInLineKeepsNobodyFromComingIn() throws Exception {
    for (int i = 0; i < 7; i++) assertThat(crowd.enter(Kind.BROWSE)).isTrue();
    for (int i = 0; i < 10; i++) begun(PAGE).close();
    try (Socket socket = begun(PAGE)) {
      Thread.sleep(10);
      empty(7);
      assertThat(part(socket)).startsWith("HTTP/1.1 200");
    }
    assertThat(asked("GET", "/help", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void ofManyWhoComeTogetherEachGetsOneAnswer() throws Exception {
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(visitors.submit(() -> {
        int answers = 0;
        try (Socket socket = begun("")) {
          for (int j = 0; j < 40; j++) {
            socket.getOutputStream().write(("GET /slow?" + j + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            if (part(socket).matches("(?s)HTTP/1.1 (200|429).*")) answers++;
          }
        }
        return answers;
      }));
    }
    for (Future<Integer> one : all) assertThat(one.get()).isEqualTo(40);
    assertThat(crowd.inside()).isZero();
    assertThat(asked("GET", "/help", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void nobodyIsLostAmongThousandsWhoComeAndGo() throws Exception {
    Crowd crowd = new Crowd(4, 50);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      Kind kind = Kind.values()[i % 4];
      all.add(visitors.submit(() -> {
        if (!crowd.enter(kind)) return false;
        assertThat(crowd.inside()).isBetween(1, 4);
        Thread.yield();
        crowd.leave();
        return true;
      }));
    }
    int in = 0;
    for (Future<Boolean> one : all) if (one.get()) in++;
    assertThat(in).isPositive();
    assertThat(crowd.inside()).isZero();
    assertThat(crowd.waiting()).isZero();
    assertThat(crowd.enter(Kind.EXPORT)).isTrue();
  }

  @Test
  void whoOpensAndClosesManyConnectionsInASecondHoldsNoneOfThem() throws Exception {
    for (int i = 0; i < 4 * OF_ONE_ADDRESS; i++) {
      begun("").close();
      if (i % 20 == 19) Thread.sleep(25);
    }
    assertThat(asked("GET", "/help", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void requestsAreToldApartByWhatTheyAreFor() {
    assertThat(Kind.of("POST", "/organizations/1/desk/shifts/2/attendance")).isEqualTo(Kind.CHECK_IN);
    assertThat(Kind.of("POST", "/api/kits/3/deeds")).isEqualTo(Kind.CHECK_IN);
    assertThat(Kind.of("POST", "/opportunities/1/applications")).isEqualTo(Kind.BOOKING);
    assertThat(Kind.of("GET", "/opportunities")).isEqualTo(Kind.BROWSE);
    assertThat(Kind.of("GET", "/hours/book.csv")).isEqualTo(Kind.EXPORT);
  }

  @Test
  void oneAddressHoldsSoManyConnectionsAndNoMore() throws Exception {
    List<Socket> many = new ArrayList<>();
    for (int i = 0; i < OF_ONE_ADDRESS; i++) many.add(begun(""));
    try (Socket more = begun("GET /help HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      assertThat(answer(more)).as("one too many").isEmpty();
    }
    for (Socket one : many) one.close();
    for (int i = 0; i < 100 && asked("GET", "/help", "").isEmpty(); i++) Thread.sleep(100);
    assertThat(asked("GET", "/help", "")).as("once the others are gone").startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyArrivesWholeWhateverItsSizeAndHoweverItIsSent() throws Exception {
    assertThat(asked("POST", "/sign-in", "a".repeat(1_500_000))).endsWith("got 1500000");
    assertThat(asked("POST", "/imports", "a".repeat(5_000_000))).endsWith("got 5000000");
    try (Socket socket = begun("POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) {
      assertThat(answer(socket)).contains("got 5");
    }
  }

  /** @return milliseconds until the server closed the connection on which a byte came every tenth of a second */
  private long dripped(String beginning) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (Socket socket = begun(beginning)) {
      socket.setSoTimeout(100);
      while (System.nanoTime() - begun < Duration.ofSeconds(10).toNanos()) {
        try {
          socket.getOutputStream().write('a');
          if (socket.getInputStream().read() < 0) break;
        } catch (java.net.SocketTimeoutException stillOpen) {
          continue;
        } catch (IOException closed) {
          break;
        }
      }
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private void awaitFull(String path) throws Exception {
    for (int i = 0; i < 100 && asked("GET", path, "").startsWith("HTTP/1.1 200"); i++) Thread.sleep(20);
  }

  private Socket begun(String words) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private String asked(String method, String path, String body) throws IOException {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    try (Socket socket = begun(method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + length + "\r\n" + body)) {
      return answer(socket);
    }
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(5_000);
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (java.net.SocketException cut) {
      return "";
    }
  }
}
