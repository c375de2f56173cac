package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.WorldTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Addresses are found as the framework finds them, whatever was passed over. */
@WorldTest
class QuickMappingTests {

  @Value("${local.server.port}") int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

  @Test
  void aBeginningEndsWhereAPatternVaries() {
    assertThat(QuickMapping.beginning("/opportunities")).isEqualTo("/opportunities");
    assertThat(QuickMapping.beginning("/opportunities/{id:[1-9][0-9]{0,17}}.ics")).isEqualTo("/opportunities");
    assertThat(QuickMapping.beginning("/api/shifts/{sid}/attendance")).isEqualTo("/api/shifts");
    assertThat(QuickMapping.beginning("/api/shifts/now{x}/attendance")).isEqualTo("/api/shifts");
    assertThat(QuickMapping.beginning("/one/two/three/four")).isEqualTo("/one/two");
    assertThat(QuickMapping.beginning("/{a}/b")).isEmpty();
    assertThat(QuickMapping.beginning("/files/*")).isEqualTo("/files");
    assertThat(QuickMapping.beginning("/")).isEqualTo("/");
  }

  /** Each pattern of the platform, with numbers where it varies, leads to a method that the framework itself would find. */
  @Test
  void everyPatternIsFoundUnderItsBeginning() {
    mapping.getHandlerMethods().keySet().stream().flatMap(info -> info.getPatternValues().stream()).forEach(pattern -> {
      String beginning = QuickMapping.beginning(pattern);
      assertThat(pattern).startsWith(beginning);
      assertThat(QuickMapping.beginnings(pattern.replaceAll("\\{[^/]*\\}", "7"))).as(pattern).contains(beginning);
    });
  }

  @ParameterizedTest
  @CsvSource({"GET, /opportunities, 200", "GET, /%6Fpportunities, 200", "GET, /opportunities;a=b, 400", "HEAD, /opportunities, 200", "GET, /opportunities/99999999, 404",
      "GET, /%6Fpportunities/99999999, 404", "GET, /opportunities/none, 404", "DELETE, /opportunities, 403", "GET, /no/such/page, 404",
      "GET, /, 200", "GET, /opportunities/, 404", "POST, /no/such/page, 403", "GET, /api/session, 200",
      "GET, /actuator/health/readiness, 200"})
  void addressesAreFound(String method, String address, int status) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address)).method(method, HttpRequest.BodyPublishers.noBody()).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(status);
    }
  }
}
