package dz.linatatawwa.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy's configuration as it is shipped, in a real HAProxy on loopback with a certificate of this run, and what knocks at it. Where no HAProxy is installed nothing is shown. */
class ProxyTests {

  private static final Queue<String> REACHED = new ConcurrentLinkedQueue<>();
  @TempDir
  static Path folder;
  private static HttpServer node;
  private static Process proxy;
  private static OwnCertificate certificate;
  private static HttpClient http;
  private static int plain;
  private static int people;

  @BeforeAll
  static void startsBeforeANodeThatTellsWhatItWasAsked() throws Exception {
    Path program = Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/opt/homebrew/bin/haproxy").map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    Assumptions.assumeTrue(program != null, "no HAProxy");
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext("/", exchange -> {
      byte[] told = exchange.getRequestHeaders().entrySet().stream().map(header -> header.getKey() + ": " + header.getValue() + "\n").sorted().reduce("", String::concat).getBytes(StandardCharsets.UTF_8);
      if (!exchange.getRequestURI().getPath().startsWith("/actuator")) REACHED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.sendResponseHeaders(200, told.length);
      exchange.getResponseBody().write(told);
      exchange.close();
    });
    node.start();
    certificate = OwnCertificate.in(folder);
    http = HttpClient.newBuilder().sslContext(certificate.context()).build();
    plain = free();
    people = free();
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-db", "-f", "deploy/cluster/haproxy.cfg").redirectErrorStream(true).redirectOutput(folder.resolve("proxy.log").toFile());
    builder.environment().putAll(Map.of("CERTIFICATE", certificate.both().toString(), "BIND_PLAIN", "127.0.0.1:" + plain, "BIND_PEOPLE", "127.0.0.1:" + people, "PORT_SHOWN", ":" + people,
        "NODE_A", "127.0.0.1:" + node.getAddress().getPort(), "NODE_B", "127.0.0.1:1", "BIND_PRIMARY", "127.0.0.1:" + free(), "BIND_REPLICAS", "127.0.0.1:" + free()));
    proxy = builder.start();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!listens() && proxy.isAlive() && System.nanoTime() < end) Thread.onSpinWait();
    assertThat(proxy.isAlive()).as(Files.readString(folder.resolve("proxy.log"))).isTrue();
  }

  @AfterAll
  static void stops() throws InterruptedException {
    if (proxy != null) proxy.destroyForcibly().waitFor();
    if (node != null) node.stop(0);
  }

  @Test
  void takesTls12And13AndNothingOlder() throws Exception {
    assertThat(speaks("TLSv1.3")).startsWith("TLSv1.3 TLS_AES_");
    assertThat(speaks("TLSv1.2")).startsWith("TLSv1.2 TLS_ECDHE_");
    for (String old : List.of("0300", "0301", "0302")) assertThat(alert(old, "c009c013c00ac014002f0035")).as(old).isIn("protocol version", "handshake failure");
  }

  @Test
  void takesNoCipherWhoseKeyOutlivesTheConnectionOrThatProvesNothing() throws Exception {
    // Keys sent by RSA, with CBC and with GCM; CBC with fresh keys; none at all; and, to see that asking itself is right, one that is taken.
    for (String weak : List.of("002f", "009c", "c009", "c013", "c023", "c027", "000a", "0005", "003b")) assertThat(alert("0303", weak)).as(weak).isEqualTo("handshake failure");
    assertThat(alert("0303", "c02f")).isEqualTo("none");
  }

  @Test
  void pagesThatAreAskedForInTheClearAreLedToHttps() throws Exception {
    for (String page : List.of("/", "/opportunities?wilaya=16&page=2", "/apiary")) {
      HttpResponse<String> answer = clear("GET", page);
      assertThat(answer.statusCode()).as(page).isEqualTo(301);
      assertThat(answer.headers().firstValue("Location")).hasValue("https://127.0.0.1:" + people + page);
    }
    assertThat(REACHED).noneMatch(asked -> asked.contains("apiary"));
  }

  @Test
  void programsAndDeedsInTheClearAreRefusedAndNotLedOn() throws Exception {
    for (String asked : List.of("/api", "/api/session", "/API/session", "//api/session", "/%61pi/session", "/api%2fsession", "/ledger/checkpoint", "/ledger/tile/0/000", "/calendar/x.ics", "/feeds/opportunities.rss")) refused("GET", asked);
    refused("POST", "/sign-in");
    refused("DELETE", "/passkeys/1");
    assertThat(REACHED).noneMatch(asked -> asked.contains("sign-in") || asked.contains("pi"));
  }

  private static void refused(String method, String asked) throws Exception {
    HttpResponse<String> answer = clear(method, asked);
    assertThat(answer.statusCode()).as(asked).isEqualTo(403);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void whoTheVisitorIsAndHowTheyCameIsNotBelievedButSet() throws Exception {
    HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + people + "/me")).header("X-Forwarded-Proto", "http").header("X-Forwarded-For", "192.0.2.7")
        .header("X-Forwarded-Port", "80").header("X-Forwarded-Host", "elsewhere.example").header("Forwarded", "for=192.0.2.7;proto=http").build(), BodyHandlers.ofString());
    assertThat(answer.body()).containsIgnoringCase("X-forwarded-proto: [https]").containsIgnoringCase("X-forwarded-for: [127.0.0.1]").doesNotContain("192.0.2.7", "elsewhere", "[80]", "[http]");
    assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000; includeSubDomains");
  }

  @Test
  void healthIsNotForVisitors() throws Exception {
    HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + people + "/actuator/health")).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  private static HttpResponse<String> clear(String method, String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain + path)).method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private static String speaks(String version) throws Exception {
    try (SSLSocket line = (SSLSocket) certificate.context().getSocketFactory().createSocket("127.0.0.1", people)) {
      line.setEnabledProtocols(new String[] {version});
      line.startHandshake();
      return line.getSession().getProtocol() + " " + line.getSession().getCipherSuite();
    }
  }

  /** The first words of a handshake, written by hand, since Java itself no longer says them.
   *  @param version and ciphers as they stand on the wire, in hexadecimal @return why it was refused, or none */
  private static String alert(String version, String ciphers) throws IOException {
    String extensions = "000a00080006001d00170018" + "000b00020100" + "000d000a0008040304010503" + "0601";
    String said = version + "5a".repeat(32) + "00" + length(ciphers, 4) + ciphers + "0100" + length(extensions, 4) + extensions;
    String hello = "01" + length(said, 6) + said;
    try (Socket line = new Socket("127.0.0.1", people)) {
      line.setSoTimeout(5_000);
      line.getOutputStream().write(HexFormat.of().parseHex("160301" + length(hello, 4) + hello));
      InputStream answer = line.getInputStream();
      byte[] record = answer.readNBytes(7);
      if (record.length < 7 || record[0] != 0x15) return "none";
      return switch (record[6]) {
        case 40 -> "handshake failure";
        case 70 -> "protocol version";
        default -> "alert " + record[6];
      };
    }
  }

  private static String length(String hexadecimal, int digits) {
    return HexFormat.of().toHexDigits(hexadecimal.length() / 2, digits);
  }

  private static boolean listens() {
    try {
      return http.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + people + "/")).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
