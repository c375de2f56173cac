package dz.linatatawwa.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTests {

  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
  private static final PushHosts HERE = new PushHosts(List.of()) {
    @Override
    boolean admits(String endpoint) {
      return endpoint.startsWith("http://127.0.0.1:");
    }

    @Override
    boolean outside(String host) {
      return true;
    }
  };

  @TempDir Path data;

  @Test
  void theReceiverOfTheTestsOpensTheExampleOfTheStandard() throws Exception {
    Receiver example = new Receiver(Receiver.secret(BASE64.decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
        BASE64.decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), BASE64.decode("BTBZMqHH6r4Tts7J_aSIgg"));
    assertThat(example.open(BASE64.decode("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuw"
        + "XPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"))).isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void sealsForOneBrowserAndSaysWhoWeAre() throws Exception {
    List<byte[]> bodies = new CopyOnWriteArrayList<>();
    List<Headers> heads = new CopyOnWriteArrayList<>();
    try (Server server = new Server(bodies, heads)) {
      PushKeys keys = keys();
      Receiver browser = Receiver.any();
      assertThat(carrier(keys).carry(push(server, browser, true))).isEqualTo(Carried.Handed.PLAINLY);
      assertThat(browser.open(bodies.getFirst())).isEqualTo("{\"title\":\"غدا: غرس\"}");
      assertThatThrownBy(() -> Receiver.any().open(bodies.getFirst())).as("nobody else can").isInstanceOf(java.security.GeneralSecurityException.class);
      Headers head = heads.getFirst();
      assertThat(head.getFirst("Content-Encoding")).isEqualTo("aes128gcm");
      assertThat(head.getFirst("TTL")).isEqualTo("3600");
      assertThat(head.getFirst("Urgency")).isEqualTo("high");
      signed(head.getFirst("Authorization"), keys, server);
    }
  }

  private void signed(String authorization, PushKeys keys, Server server) throws Exception {
    String[] parts = authorization.replaceFirst("^vapid t=", "").split(",\\s*k=");
    assertThat(parts[1]).isEqualTo(keys.shown(1));
    String[] token = parts[0].split("\\.");
    String claims = new String(BASE64.decode(token[1]), StandardCharsets.UTF_8);
    assertThat(claims).contains("\"aud\":\"http://127.0.0.1:" + server.port() + "\"").contains("\"sub\":\"https://linatatawwa.example.dz\"");
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(Receiver.known(BASE64.decode(parts[1])));
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(BASE64.decode(token[2]))).isTrue();
  }

  @Test
  void whatTheServerAnswersIsWhatBecameOfIt() throws Exception {
    try (Server server = new Server(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>())) {
      PushCarrier carrier = carrier(keys());
      Parcel.Push push = push(server, Receiver.any(), false);
      for (int gone : List.of(404, 410)) {
        server.status = gone;
        assertThat(carrier.carry(push)).isEqualTo(new Carried.Refused(PushCarrier.GONE));
      }
      server.status = 429;
      assertThat(carrier.carry(push)).isEqualTo(new Carried.Later(Duration.ofSeconds(7)));
      server.status = 413;
      assertThat(carrier.carry(push)).isEqualTo(new Carried.Refused("large"));
      server.status = 500;
      assertThatThrownBy(() -> carrier.carry(push)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aNewKeyLeavesTheBrowsersOfTheOldOneReachable() throws Exception {
    PushKeys keys = keys();
    String old = keys.shown(keys.newest());
    keys.renew();
    assertThat(keys.newest()).isEqualTo(2);
    assertThat(keys.shown(1)).isEqualTo(old);
    assertThat(keys.keys()).containsExactly("push-es256-002", "push-es256-001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x", "https://localhost/x", "https://127.0.0.1/x", "https://2130706433/x", "https://0x7f.1/x", "https://[::1]/x",
      "https://[::ffff:127.0.0.1]/x", "https://169.254.169.254/latest", "https://user@fcm.googleapis.com/x", "https://fcm.googleapis.com.example.org/x", "https://evilpush.apple.com.example/x",
      "https://example.org/fcm.googleapis.com", "https://push.apple.com/x", "ftp://fcm.googleapis.com/x", "javascript:alert(1)", "", "https://", "https://fcm.googleapis.com\\@localhost/x", "not an address"})
  void anAddressThatIsNoneOfTheMakersOfBrowsersIsNeverWrittenTo(String endpoint) throws Exception {
    PushHosts hosts = new PushHosts(PushHosts.USUAL);
    assertThat(hosts.admits(endpoint)).isFalse();
    Receiver browser = Receiver.any();
    PushCarrier carrier = new PushCarrier(PushCarrier.client(), hosts, keys());
    assertThat(carrier.carry(new Parcel.Push(1, new PushAddress(endpoint, browser.known, browser.auth, 1), "{}", false))).isEqualTo(new Carried.Refused(PushCarrier.GONE));
  }

  @Test
  void theServersOfBrowsersAreWrittenToUnlessTheirNameLeadsInside() throws Exception {
    PushHosts hosts = new PushHosts(PushHosts.USUAL);
    assertThat(List.of("https://fcm.googleapis.com/fcm/send/abc:1", "https://updates.push.services.mozilla.com/wpush/v2/x", "https://web.push.apple.com/Q", "https://wns2-par02p.notify.windows.com/w/?token=x",
        "https://FCM.googleapis.com:443/x")).allMatch(hosts::admits);
    assertThat(hosts.outside("localhost")).isFalse();
    for (String inside : List.of("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "::1", "fd00::1", "fe80::1", "224.0.0.1", "::ffff:10.0.0.1")) {
      assertThat(PushHosts.inside(InetAddress.getByName(inside))).as(inside).isTrue();
    }
    for (String outside : List.of("8.8.8.8", "100.128.0.1", "2001:4860::1")) assertThat(PushHosts.inside(InetAddress.getByName(outside))).as(outside).isFalse();
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThat(PushAddress.read("https://fcm.googleapis.com/x", "short", "AAAA", 1)).isEmpty();
    assertThat(PushAddress.read("https://fcm.googleapis.com/x", "***", "AAAA", 1)).isEmpty();
    assertThat(PushAddress.read("https://fcm.googleapis.com/" + "x".repeat(1000), Base64.getUrlEncoder().encodeToString(point()), "MDEyMzQ1Njc4OWFiY2RlZg", 1)).isEmpty();
    assertThat(PushAddress.read("https://fcm.googleapis.com/x", Base64.getUrlEncoder().encodeToString(point()), "MDEyMzQ1Njc4OWFiY2RlZg", 1)).isPresent();
  }

  private static byte[] point() {
    byte[] point = new byte[65];
    Arrays.fill(point, (byte) 7);
    point[0] = 4;
    return point;
  }

  private PushKeys keys() {
    return new PushKeys(data, "https://linatatawwa.example.dz", Clock.systemUTC());
  }

  private static PushCarrier carrier(PushKeys keys) {
    return new PushCarrier(PushCarrier.client(), HERE, keys);
  }

  private static Parcel.Push push(Server server, Receiver browser, boolean urgent) {
    return new Parcel.Push(7, new PushAddress("http://127.0.0.1:" + server.port() + "/browser", browser.known, browser.auth, 1), "{\"title\":\"غدا: غرس\"}", urgent);
  }

  private static final class Server implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private volatile int status = 201;

    Server(List<byte[]> bodies, List<Headers> heads) throws IOException {
      server.createContext("/browser", exchange -> {
        bodies.add(exchange.getRequestBody().readAllBytes());
        heads.add(exchange.getRequestHeaders());
        exchange.getResponseHeaders().set("Retry-After", "7");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
      });
      server.start();
    }

    int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
