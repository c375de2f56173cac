package dz.linatatawwa.api;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API is whole and true: every route is in it, a linter of others finds nothing wrong, and a client of others that reads it is answered as it says. */
@WorldTest
class ApiDocumentTests {

  /** The description itself. */
  private static final Set<String> ITSELF = Set.of("GET /api/openapi.json", "GET /api/openapi.json.yaml");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  @Autowired ApplicationContext rooms;
  @Autowired ApiKeys keys;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());

  private JsonNode document() {
    return JsonMapper.shared().readTree(new Visit(port).get("/api/openapi.json").body());
  }

  @Test
  void everyRouteOfTheApiIsDescribedAndNothingElse() {
    Set<String> routes = new TreeSet<>();
    for (HandlerMapping mapping : rooms.getBeansOfType(HandlerMapping.class).values()) {
      if (!(mapping instanceof RequestMappingInfoHandlerMapping methods)) continue;
      methods.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/api/")).forEach(path ->
          info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + plain(path)))));
    }
    Set<String> described = new TreeSet<>(ITSELF);
    document().path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(one -> METHODS.contains(one.getKey()))
        .forEach(one -> described.add(one.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    assertThat(described).isEqualTo(routes);
    assertThat(routes).hasSizeGreaterThan(50);
  }

  /** Without the shapes of the varying parts. */
  private static String plain(String path) {
    return path.replaceAll("\\{([A-Za-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
  }

  @Test
  void whatIsKeyedSaysSoWithItsScopesAndWhatMayBeNullSaysThat() {
    JsonNode document = document();
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    JsonNode hours = document.at("/paths/~1api~1v1~1own~1hours/get");
    assertThat(hours.at("/security/0/key/0").asString()).isEqualTo("hours:read");
    assertThat(hours.path("responses").propertyNames()).contains("200", "304", "400", "401", "403", "404", "405", "406", "429", "500", "503");
    JsonNode hour = document.at("/components/schemas/Hour");
    assertThat(hour.path("required").values().stream().map(JsonNode::asString)).contains("id", "volunteer", "minutes").doesNotContain("reverses", "shift");
    assertThat(hour.at("/properties/reverses/type").values().stream().map(JsonNode::asString)).containsExactlyInAnyOrder("integer", "null");
    JsonNode draft = document.at("/paths/~1api~1v1~1own~1opportunities/post");
    assertThat(draft.path("parameters").findValuesAsString("name")).contains("Idempotency-Key");
    assertThat(document.at("/components/schemas/OpportunityInput/properties/title/maxLength").asInt()).isEqualTo(160);
    assertThat(document.path("components").path("schemas").propertyNames().stream().filter(name -> name.matches("Listed|Shown|Card|Answer|Line|Page|Row|Named"))).isEmpty();
  }

  @Test
  void aLinterFindsNothingAndAClientThatReadsItIsAnsweredAsItSays() throws Exception {
    boolean there = OtherClient.possible();
    if (!there) System.err.println(OtherClient.LOUD);
    Assumptions.assumeTrue(there, "no Node 20.19 with npm");
    KeyedBody body = new KeyedBody(db, keys);
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < 6; i++) secrets.add(body.key(KeyScope.of(body.itself()).toArray(KeyScope[]::new)).secret());
    Path file = Files.createTempFile("attack", ".json");
    Files.writeString(file, JsonMapper.shared().writeValueAsString(Map.of("keys", secrets, "ids", ids(body), "rounds", 5, "seed", 7)));
    JsonNode said = OtherClient.attack("http://localhost:" + port, file);
    Files.delete(file);
    assertThat(texts(said.path("lint"))).as("what the linter says").isEmpty();
    assertThat(texts(said.path("faults"))).as("answers that are not as the description says").isEmpty();
    assertThat(said.path("sent").asInt()).isGreaterThan(400);
    assertThat(said.path("answers").path("200").asInt()).as("not everything was refused").isGreaterThan(80);
  }

  private static List<String> texts(JsonNode list) {
    return list.values().stream().map(JsonNode::asString).collect(Collectors.toList());
  }

  /** Things of the body that addresses may name: shifts to come and of today, people, applications. */
  private Map<String, List<Long>> ids(KeyedBody body) {
    Scene scene = body.scene;
    long opportunity = scene.opportunity(body.organization, "by-hand", 15);
    ShiftId coming = scene.byDay(opportunity, 30);
    ShiftId today = scene.today(opportunity, 30);
    List<Long> applications = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var person = scene.volunteer("متطوع", i % 2 == 0 ? 1990 : java.time.LocalDate.now().getYear() - 16);
      applications.add(db.sql("insert into participation.application (shift_id, volunteer_id, state, answer_due) values (:shift, :who, 'pending', now() + interval '2 days') returning id")
          .param("shift", coming.value()).param("who", person.value()).query(Long.class).single());
      if (i % 2 == 0) scene.seat(today, person);
    }
    db.sql("insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state, published_at) values (:id, 'حملة', 'هدف', current_date, current_date + 9, 'published', now())")
        .param("id", body.organization).update();
    return Map.of("opportunities", List.of(opportunity), "shifts", List.of(coming.value(), today.value()), "applications", applications, "organizations", List.of(body.organization),
        "campaigns", db.sql("select id from opportunities.campaign").query(Long.class).list());
  }
}
