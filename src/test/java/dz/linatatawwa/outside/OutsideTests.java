package dz.linatatawwa.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.outside.Outside.Answer;
import dz.linatatawwa.outside.Outside.Why;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to addresses that people gave, before a listener on this very machine: what counts is whether it saw anybody. */
class OutsideTests {

  /** Stands for an address of the outside world: the listener hears it too. */
  private static final String WORLD = "127.0.0.77";

  private Listener listener;

  @BeforeEach
  void listen() throws Exception {
    listener = new Listener();
  }

  @AfterEach
  void close() throws Exception {
    listener.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://127.1:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/", "http://0177.0.0.1:PORT/",
      "http://0.0.0.0:PORT/", "http://0:PORT/", "http://127.0.0.1.:PORT/", "http://[::1]:PORT/", "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
      "http://[::127.0.0.1]:PORT/", "http://[64:ff9b::7f00:1]:PORT/", "http://[64:ff9b:1::7f00:1]:PORT/", "http://[2002:7f00:1::1]:PORT/", "http://[2001:0:7f00:1::1]:PORT/",
      "http://[fe80::1]:PORT/", "http://[fc00::1]:PORT/", "http://[fd00:ec2::254]:PORT/", "http://[ff02::1]:PORT/", "http://[2001:db8::1]:PORT/", "http://[3fff::1]:PORT/", "http://[100::1]:PORT/",
      "http://[5f00::1]:PORT/", "http://10.0.0.1:PORT/", "http://172.16.0.1:PORT/", "http://172.31.255.255:PORT/", "http://192.168.1.1:PORT/", "http://169.254.169.254:PORT/latest/meta-data/",
      "http://100.100.100.200:PORT/", "http://100.64.0.1:PORT/", "http://192.0.0.192:PORT/", "http://198.18.0.1:PORT/", "http://224.0.0.1:PORT/", "http://255.255.255.255:PORT/", "http://240.0.0.1:PORT/",
      "http://192.0.2.1:PORT/", "http://198.51.100.1:PORT/", "http://203.0.113.1:PORT/", "http://192.88.99.1:PORT/", "http://inside.example:PORT/", "http://both.example:PORT/",
      "http://[::1%25lo]:PORT/", "http://203.0.114.5:PORT/"})
  void nothingInsideIsCalledHoweverItIsWritten(String address) {
    try (OutsideCalls calls = calls(name -> switch (name) {
      case "inside.example" -> addresses("10.1.2.3");
      case "both.example" -> addresses("93.184.215.14", "127.0.0.1");
      case "localhost" -> addresses("127.0.0.1", "::1");
      default -> literal(name);
    })) {
      String here = address.replace("PORT", Integer.toString(listener.port()));
      assertThat(calls.get(here)).as(here).isInstanceOfAny(Answer.Refused.class);
      assertThat(calls.look(here, true)).as(here).hasValueSatisfying(why -> assertThat(why).isIn(Why.INSIDE, Why.UNKNOWN, Why.FORM));
      assertThat(listener.seen()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
      "file:///etc/passwd, FORM", "gopher://world.example:PORT/, SCHEME", "ftp://world.example/, SCHEME", "jar:http://world.example:PORT/!/, FORM", "javascript:alert(1), FORM", "http://, FORM",
      "//world.example/, FORM", "http://user:secret@world.example:PORT/, FORM", "http://world.example@127.0.0.1:PORT/, FORM", "http://world.example:22/, PORT", "http://world.example:5432/, PORT",
      "http://world.example:99999/, PORT", "http:world.example, FORM", "http://world example/, FORM", "http://nobody.example:PORT/, UNKNOWN", "'', FORM"})
  void onlyAddressesOfTheWebAreCalled(String address, Why why) {
    try (OutsideCalls calls = calls(this::world)) {
      String here = address.replace("PORT", Integer.toString(listener.port()));
      assertThat(calls.get(here)).isEqualTo(new Answer.Refused(why));
      assertThat(calls.look(here, true)).contains(why);
      assertThat(listener.seen()).isZero();
    }
  }

  @Test
  void somebodyOutsideAnswers() {
    listener.says("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nsalam");
    try (OutsideCalls calls = calls(this::world)) {
      Answer answer = calls.get(at("/page?a=b#part"));
      assertThat(answer).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.headers()).containsEntry("content-type", "text/plain");
        assertThat(new String(answered.body(), StandardCharsets.UTF_8)).isEqualTo("salam");
      });
      assertThat(listener.lastHead()).startsWith("GET /page?a=b HTTP/1.1").contains("Host: world.example:" + listener.port()).doesNotContainIgnoringCase("cookie").doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void aNameIsResolvedOnceAndTheConnectionGoesWhereItLed() {
    listener.says("HTTP/1.1 204 No Content\r\n\r\n");
    AtomicInteger asked = new AtomicInteger();
    // Whoever looks twice sees the outside world first and this machine afterwards.
    try (OutsideCalls calls = calls(name -> asked.getAndIncrement() == 0 ? addresses(WORLD) : addresses("127.0.0.1"))) {
      assertThat(calls.get(at("/"))).isInstanceOf(Answer.Answered.class);
      assertThat(asked).hasValue(1);
      assertThat(listener.lastCalled()).isEqualTo(WORLD);
      assertThat(calls.get(at("/"))).as("the next call looks again").isEqualTo(new Answer.Refused(Why.INSIDE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:PORT/admin", "http://169.254.169.254/latest/", "/elsewhere", "file:///etc/passwd", "http://world.example:PORT/again"})
  void aRedirectionIsToldAndNeverFollowed(String where) {
    String there = where.replace("PORT", Integer.toString(listener.port()));
    listener.says("HTTP/1.1 302 Found\r\nLocation: " + there + "\r\nContent-Length: 0\r\n\r\n");
    try (OutsideCalls calls = calls(this::world)) {
      assertThat(calls.get(at("/"))).isInstanceOfSatisfying(Answer.Answered.class, answered -> assertThat(answered.location()).contains(there));
      assertThat(listener.seen()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
  void anAnswerThatIsTooLongCountsAsNone(String head) {
    listener.says(head + "a".repeat(90_000));
    try (OutsideCalls calls = calls(this::world)) {
      assertThat(calls.get(at("/"))).isEqualTo(new Answer.TooLong());
    }
  }

  @Test
  void whatIsPackedIsNotUnpacked() {
    listener.says("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001fabc");
    try (OutsideCalls calls = calls(this::world)) {
      assertThat(calls.get(at("/"))).isInstanceOfSatisfying(Answer.Answered.class, answered -> assertThat(answered.body()).hasSize(4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n"})
  void whoDripsIsLeftAfterTheTimeForTheWholeCall(String begun) {
    listener.drips(begun);
    try (OutsideCalls calls = calls(this::world)) {
      long started = System.nanoTime();
      assertThat(calls.get(at("/"))).isEqualTo(new Answer.Failed("late"));
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aNameThatTakesForEverIsBoundedToo() {
    try (OutsideCalls calls = calls(name -> {
      try {
        Thread.sleep(20_000);
      } catch (InterruptedException stopped) {
        throw new UnknownHostException(name);
      }
      return addresses(WORLD);
    })) {
      assertThat(calls.get(at("/"))).isEqualTo(new Answer.Failed("late"));
    }
  }

  @Test
  void whatIsNoAnswerOfTheWebIsAFault() {
    listener.says("SSH-2.0-OpenSSH_9.9\r\n");
    try (OutsideCalls calls = calls(this::world)) {
      assertThat(calls.get(at("/"))).isInstanceOf(Answer.Failed.class);
    }
  }

  @Test
  void somethingIsSentOverHttpsOnly() {
    try (OutsideCalls calls = calls(this::world)) {
      assertThat(calls.post(at("/hook"), "application/json", "{}".getBytes(StandardCharsets.UTF_8), Map.of("X-Signature", "a"))).isEqualTo(new Answer.Refused(Why.SCHEME));
      assertThat(calls.look(at("/hook"), false)).contains(Why.SCHEME);
      assertThat(listener.seen()).isZero();
      assertThat(calls.post(at("/hook").replace("http:", "https:"), "application/json", "{}".getBytes(StandardCharsets.UTF_8), Map.of()))
          .as("a server without a certificate").isInstanceOf(Answer.Failed.class);
    }
  }

  @Test
  void theOperatorsOwnNetworksAreInsideToo() {
    Inside inside = new Inside(List.of("203.0.114.0/24", "2a02:1234::/32"));
    assertThat(List.of("203.0.114.9", "2a02:1234::9")).allMatch(text -> inside.contains(InetAddress.ofLiteral(text)));
    assertThat(List.of("203.0.115.9", "2a02:1235::9", "93.184.215.14", "2606:2800:21f::1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "223.255.255.255", "192.0.1.1"))
        .noneMatch(text -> inside.contains(InetAddress.ofLiteral(text)));
  }

  private OutsideCalls calls(OutsideCalls.Names names) {
    OutsideRules rules = new OutsideRules(Duration.ofSeconds(1), 50_000, Set.of(80, 443, listener.port()), List.of("203.0.114.0/24"), 4);
    Inside inside = new Inside(rules.inside());
    return new OutsideCalls(rules, names, address -> !address.getHostAddress().equals(WORLD) && inside.contains(address));
  }

  private String at(String path) {
    return "http://world.example:" + listener.port() + path;
  }

  private InetAddress[] world(String name) throws UnknownHostException {
    return name.equals("world.example") ? addresses(WORLD) : literal(name);
  }

  /** Numbers however Java reads them; no name is asked of anybody. */
  private static InetAddress[] literal(String name) throws UnknownHostException {
    if (!name.matches("[0-9a-fA-Fx.:%lo]+")) throw new UnknownHostException(name);
    return name.matches("0x.*|0[0-9].*") ? new InetAddress[] {java.net.Inet4Address.ofPosixLiteral(name)} : InetAddress.getAllByName(name);
  }

  private static InetAddress[] addresses(String... texts) {
    return java.util.Arrays.stream(texts).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }
}
