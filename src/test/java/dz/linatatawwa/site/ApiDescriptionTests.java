package dz.linatatawwa.site;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
class ApiDescriptionTests {

  @LocalServerPort int port;

  @Test
  void theDescriptionSaysWhoOffersWhatAndHowErrorsLook() {
    JsonNode api = JsonMapper.shared().readTree(new Visit(port).get("/api/openapi.json").body());
    assertThat(api.at("/info/title").asString()).isEqualTo("Linatatawwa API");
    assertThat(api.at("/info/version").asString()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(api.at("/info/description").asString()).contains("Algeria", "RFC 9457");
    assertThat(api.at("/info/license/name").asString()).isNotBlank();
    assertThat(api.at("/servers/0/url").asString()).isNotBlank();
    assertThat(api.at("/components/schemas/Problem/properties").size()).isEqualTo(7);
    assertThat(api.at("/tags").values()).isNotEmpty().allSatisfy(tag -> assertThat(tag.path("description").asString()).as(tag.path("name").asString()).isNotBlank());
    assertThat(api.at("/paths/~1api~1opportunities/get/responses/404/content").has("application/problem+json")).isTrue();
  }
}
