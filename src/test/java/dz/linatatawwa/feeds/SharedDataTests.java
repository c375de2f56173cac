package dz.linatatawwa.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages tell search engines, held against the vocabulary of schema.org by programs that are not ours. */
@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedDataTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Listings listings;

  Scene scene;
  long campaign;
  long remote;

  @BeforeAll
  void pages() {
    scene = new Scene(db, listings);
    db.sql("update opportunities.opportunity set title = 'غرس </script><b>' || title, address = 'غابة \"بوشاوي\"', lat = 36.19, lon = 5.41 where id = :id").param("id", scene.opportunity.value()).update();
    db.sql("insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity, state) values (:id, now() + interval '9 days', now() + interval '9 days 2 hours', 5, 'cancelled')")
        .param("id", scene.opportunity.value()).update();
    remote = scene.opportunity(scene.organization, "ترجمة من البيت", "19", "1901").value();
    db.sql("update opportunities.opportunity set remote = true, wilaya_code = null, commune_code = null where id = :id").param("id", remote).update();
    db.sql("update organizations.organization set name_fr = 'Les Épis', email = 'contact@sanabel.example', phone = '+21336841234', website = 'https://sanabel.example', about = 'من نحن' where id = :id")
        .param("id", scene.organization.value()).update();
    db.sql("insert into organizations.organization_field (organization_id, field_code) values (:id, 'ENV')").param("id", scene.organization.value()).update();
    campaign = db.sql("""
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state, published_at)
        values (:id, 'حملة الربيع', 'ألف شجرة', current_date, current_date + 9, 'published', now()) returning id
        """).param("id", scene.organization.value()).query(Long.class).single();
  }

  private List<JsonNode> things(String path) {
    Document page = new Visit(port).get(path).page();
    assertThat(page.select("script[type=application/ld+json]")).hasSize(1);
    JsonNode data = JSON.readTree(page.select("script[type=application/ld+json]").first().data());
    assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
    List<JsonNode> things = new ArrayList<>();
    data.get("@graph").forEach(things::add);
    return things;
  }

  @Test
  void everyShiftIsAnEventAndNoWordEndsTheElement() {
    List<JsonNode> things = things("/opportunities/" + scene.opportunity);
    assertThat(things).extracting(thing -> thing.get("@type").asString()).containsExactly("BreadcrumbList", "Event", "Event");
    JsonNode first = things.get(1);
    assertThat(first.get("name").asString()).startsWith("غرس </script><b>");
    assertThat(first.get("startDate").asString()).endsWith("+01:00");
    assertThat(first.get("location").get("address").get("addressCountry").asString()).isEqualTo("DZ");
    assertThat(first.get("remainingAttendeeCapacity").asInt()).isEqualTo(20);
    assertThat(things.get(2).get("eventStatus").asString()).isEqualTo("https://schema.org/EventCancelled");
    assertThat(things("/opportunities/" + remote).get(1).get("location").get("@type").asString()).isEqualTo("VirtualLocation");
  }

  @Test
  void theDataIsWhatThePageShowsAndNothingElse() {
    JsonNode body = things("/organizations/" + scene.organization).get(1);
    assertThat(body.get("@type").asString()).isEqualTo("NGO");
    assertThat(body.get("alternateName").asString()).isEqualTo("Les Épis");
    Document page = new Visit(port).get("/organizations/" + scene.organization).page();
    assertThat(page.select("a[href=mailto:" + body.get("email").asString() + "]")).isNotEmpty();
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", scene.organization.value()).update();
    assertThat(new Visit(port).get("/organizations/" + scene.organization).page().select("script[type=application/ld+json]")).isEmpty();
    db.sql("update organizations.organization set state = 'verified' where id = :id").param("id", scene.organization.value()).update();
  }

  @Test
  void theVocabularyOfSchemaOrgKnowsEveryWordOfIt() throws Exception {
    assumeTrue(SchemaOrg.possible(), "needs Node 18 and npm");
    Map<String, JsonNode> things = new LinkedHashMap<>();
    for (String path : List.of("/opportunities/" + scene.opportunity, "/opportunities/" + remote + "?lang=fr", "/organizations/" + scene.organization + "?lang=en", "/campaigns/" + campaign)) {
      things(path).forEach(thing -> things.put(path + " " + things.size(), thing));
    }
    assertThat(things).hasSizeGreaterThanOrEqualTo(9);
    assertThat(SchemaOrg.faults(things.values())).isEmpty();
    JsonNode wrong = JSON.readTree("{\"@type\":\"Event\",\"name\":\"x\",\"startsAt\":\"2026-12-01\",\"eventStatus\":\"https://schema.org/EventPerhaps\"}");
    assertThat(SchemaOrg.faults(List.of(wrong))).as("the check can fail").isNotEmpty();
  }
}
