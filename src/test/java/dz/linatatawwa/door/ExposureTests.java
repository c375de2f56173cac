package dz.linatatawwa.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What must not be seen from outside, and what an answer must say where nobody else asks: the small lines of the table in docs/security.md. */
@WorldTest
class ExposureTests {

  private static MockMvc mock;

  @LocalServerPort int port;
  @Autowired WebApplicationContext platform;
  @Autowired JdbcClient db;

  @BeforeEach
  void fullAllowances() {
    db.sql("delete from accounts.allowance").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help?lang=fr", "/sign-in", "/join?lang=en"})
  void everyCookieOverHttpsIsBoundToThisHost(String path) throws Exception {
    MockHttpServletResponse answer = overHttps(path);
    List<String> cookies = answer.getHeaders("Set-Cookie");
    assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure").contains("SameSite=Lax").contains("Path=/").doesNotContain("Domain"));
    assertThat(cookies.stream().filter(cookie -> !cookie.startsWith("__Host-lang="))).allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/sign-in", "/api/session", "/no-such-page", "/styles/none.css"})
  void overHttpsEveryAnswerAsksForHttps(String path) throws Exception {
    assertThat(overHttps(path).getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/opportunities", "/api/session", "/api/opportunities", "/desk", "/ledger/key", "/api/openapi.json"})
  void noAnswerIsOpenedToAnotherSite(String path) {
    Visit.Answer answer = new Visit(port).send("GET", path, new byte[0], "Origin", "https://evil.example");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    Visit.Answer before = new Visit(port).send("OPTIONS", path, new byte[0], "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
    assertThat(before.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/api/session", "/api/nowhere", "/api/openapi.json", "/robots.txt", "/opportunities", "/nowhere", "/actuator/health/readiness"})
  void everyTextSaysItsLetters(String path) {
    Visit.Answer answer = new Visit(port).get(path);
    String type = answer.header("Content-Type").orElse("");
    if (answer.body().isEmpty()) return;
    assertThat(type).as(path).matches("(?i)(text/.*charset=utf-8.*|application/(problem\\+|vnd\\.spring-boot\\.actuator\\.v3\\+)?json.*|image/svg\\+xml.*)");
  }

  @Test
  void whatAVisitorSaysOfProxiesCountsForNothing() {
    int refused = 0;
    for (int i = 0; i < 20; i++) {
      Visit visit = new Visit(port);
      visit.get("/sign-in");
      String body = "_csrf=" + visit.token() + "&contact=0661" + (300_000 + i * 1_111);
      if (visit.postBare("/sign-in", body, "X-Forwarded-For", "203.0.113." + i, "X-Real-IP", "203.0.113." + i, "Forwarded", "for=203.0.113." + i, "X-Forwarded-Proto", "https").status() == 429) refused++;
    }
    assertThat(refused).as("the limit of an address is that of who really connects").isEqualTo(5);
    assertThat(new Visit(port).send("GET", "/sign-in", new byte[0], "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example").body()).doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.git/config", "/.git/HEAD", "/.env", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/META-INF/sbom/application.cdx.json", "/application.properties", "/db/migration/", "/pom.xml",
      "/styles/", "/scripts/", "/images/", "/fonts/", "/static/", "/messages/accounts_ar.properties", "/BOOT-INF/", "/swagger-ui/index.html", "/v3/api-docs", "/h2-console", "/console", "/server-status"})
  void nothingOfTheWorkshopIsServed(String path) {
    assertThat(new Visit(port).get(path).status()).as(path).isIn(400, 404);
    assertThat(Visit.as(port, SignIn.administrator("مدير")).get(path).status()).as(path + " for an administrator").isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "beans", "configprops", "heapdump", "threaddump", "loggers", "mappings", "sbom", "flyway", "shutdown", "metrics", "prometheus", "scheduledtasks", "conditions", "info", "modulith"})
  void ofTheActuatorOnlyHealthIsOpen(String name) {
    assertThat(new Visit(port).get("/actuator/" + name).status()).isEqualTo(404);
    Visit.Answer health = new Visit(port).get("/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).doesNotContain("components").doesNotContain("details").doesNotContain("PostgreSQL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG"})
  void traceIsRefused(String method) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((method + " /help HTTP/1.1\r\nHost: localhost\r\nX-Canary: canary-7731\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501).*").doesNotContain("canary-7731");
    }
  }

  @Test
  void aParameterTwiceChangesNothing() {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    Visit.Answer twice = visit.postBare("/sign-in?contact=0661999001&to=//evil.example", "_csrf=" + visit.token() + "&contact=0661999002&contact=0661999003&to=/hours");
    assertThat(twice.leadsTo()).doesNotContain("evil");
    assertThat(db.sql("select count(*) from accounts.one_time_code where contact in ('+213661999001', '+213661999002', '+213661999003')").query(Integer.class).single())
        .as("one code at most leaves").isLessThanOrEqualTo(1);
    assertThat(new Visit(port).get("/opportunities?page=1&page=2&wilaya=19&wilaya=16").status()).isIn(200, 400);
  }

  private MockHttpServletResponse overHttps(String path) throws Exception {
    if (mock == null) mock = withFilters();
    return mock.perform(get(java.net.URI.create("https://localhost" + path)).secure(true)).andReturn().getResponse();
  }

  /** Made once: it starts a servlet of its own. */
  private MockMvc withFilters() {
    List<Filter> filters = platform.getBeansOfType(Filter.class).values().stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
    return MockMvcBuilders.webAppContextSetup(platform).addFilters(filters.toArray(Filter[]::new)).build();
  }
}
