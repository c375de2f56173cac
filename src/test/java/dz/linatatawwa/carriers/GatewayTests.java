package dz.linatatawwa.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text messages by a gateway that takes HTTP, in the shapes that the settings describe. */
class GatewayTests {

  private static final Parcel.Sms SMS = new Parcel.Sms(7, "+213551234567", "أهلا \"بكم\" {to}", false);

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile int status = 202;
  private volatile String answer = "{\"state\":\"queued\"}";
  private HttpServer gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    gateway.createContext("/send", exchange -> {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
      if (status == 429) exchange.getResponseHeaders().set("Retry-After", "40");
      byte[] said = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, said.length);
      exchange.getResponseBody().write(said);
      exchange.close();
    });
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  @Test
  void sendsJsonWithTheKeyAndCountsParts() throws Exception {
    assertThat(new GatewayCarrier(SmsRules.gateway(url(), "Bearer key")).carry(SMS)).isEqualTo(new Carried.Handed(null, 1));
    assertThat(keys).containsExactly("Bearer key");
    assertThat(bodies.getFirst()).isEqualTo("{\"to\":\"+213551234567\",\"text\":\"أهلا \\\"بكم\\\" {to}\",\"reference\":\"7\"}");
  }

  @Test
  void sendsAFormOrAnAddressAlone() throws Exception {
    new GatewayCarrier(rules("POST", "application/x-www-form-urlencoded", "dest={to}&msg={text}&id={id}", url(), "")).carry(SMS);
    assertThat(bodies.getFirst()).isEqualTo("dest=%2B213551234567&msg=%D8%A3%D9%87%D9%84%D8%A7+%22%D8%A8%D9%83%D9%85%22+%7Bto%7D&id=7");
    new GatewayCarrier(rules("GET", "", "", url() + "?to={to}&t={text}", "")).carry(SMS);
    assertThat(queries.getLast()).startsWith("to=%2B213551234567&t=%D8%A3");
  }

  @Test
  void whatTheGatewayAnswersIsWhatBecameOfIt() throws Exception {
    GatewayCarrier carrier = new GatewayCarrier(SmsRules.gateway(url(), ""));
    status = 429;
    assertThat(carrier.carry(SMS)).isEqualTo(new Carried.Later(Duration.ofSeconds(40)));
    status = 422;
    assertThat(carrier.carry(SMS)).isEqualTo(new Carried.Refused("HTTP 422"));
    status = 500;
    assertThatThrownBy(() -> carrier.carry(SMS)).isInstanceOf(IOException.class);
    status = 401;
    assertThatThrownBy(() -> carrier.carry(SMS)).as("a wrong key is our trouble, not the person's").isInstanceOf(IOException.class);
  }

  @Test
  void aGatewayThatSaysNoWith200IsUnderstood() throws Exception {
    GatewayCarrier carrier = new GatewayCarrier(rules("POST", "application/json", SmsRules.USUAL_BODY, url(), "\"state\":\"queued\""));
    assertThat(carrier.carry(SMS)).isInstanceOf(Carried.Handed.class);
    answer = "{\"state\":\"error\"}";
    assertThatThrownBy(() -> carrier.carry(SMS)).isInstanceOf(IOException.class);
  }

  private String url() {
    return "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send";
  }

  private static SmsRules rules(String method, String type, String body, String url, String accepted) {
    return new SmsRules(url, method, type, body, "", accepted, null);
  }
}
