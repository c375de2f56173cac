package dz.linatatawwa.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.hours.LedgerVerb;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataPageTests {

  private static final String DESK = "/administration/releases";

  @LocalServerPort int port;
  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired Releases releases;
  @Autowired List<LedgerVerb> ledger;
  @Autowired Clock clock;
  private Quarter quarter;
  private AccountId administrator;
  private AccountId volunteer;

  @BeforeAll
  void country() throws Exception {
    SmallCountry.fill(rooms, 7);
    ledger.stream().filter(verb -> verb.name().equals("place")).forEach(verb -> verb.run(List.of()));
    quarter = Quarter.at(LocalDate.now(clock)).before();
    volunteer = new AccountId(db.sql("select max(volunteer_id) from hours.entry").query(Long.class).single());
    administrator = new AccountId(db.sql("select min(id) from accounts.account where administrator").query(Long.class).single());
  }

  @Test
  @Order(1)
  void beforeAnythingIsReleasedThePageSaysSoAndNobodySeesADraft() {
    assertThat(anybody().get("/data").page().select(".empty")).hasSize(1);
    assertThat(releases.draft(quarter, null)).isInstanceOf(Made.Drafted.class);
    assertThat(anybody().get("/data").page().select(".empty")).hasSize(1);
    for (String path : List.of("/data/" + quarter.name(), "/data/" + quarter.name() + "/1", "/data/" + quarter.name() + "/1/package.zip", "/api/releases/" + quarter.name(),
        "/data/" + quarter.name() + "/1/tables/T1", "/data/" + quarter.name() + "/1/csv/T1.csv")) {
      assertThat(anybody().get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  @Order(2)
  void onlyAdministratorsAndSupervisorsOfTheNationHaveADesk() {
    assertThat(Visit.as(port, volunteer).get(DESK).status()).isEqualTo(404);
    assertThat(Visit.as(port, volunteer).post(DESK + "/" + quarter.name() + "/1/publication", "note", "").status()).isEqualTo(404);
    assertThat(anybody().get(DESK).status()).isEqualTo(303);
    Visit desk = Visit.as(port, administrator);
    assertThat(desk.get(DESK).page().text()).contains(quarter.name());
    assertThat(desk.post(DESK + "/drafts", "term", "soon").status()).isEqualTo(422);
    assertThat(desk.post(DESK + "/drafts", "term", "2099Q1").status()).isEqualTo(422);
    Document draft = desk.get(DESK + "/" + quarter.name() + "/1").page();
    assertThat(draft.select("details")).hasSizeGreaterThanOrEqualTo(14);
    assertThat(desk.post(DESK + "/" + quarter.name() + "/1/publication", "note", "").leadsTo()).isEqualTo(DESK);
    assertThat(desk.post(DESK + "/" + quarter.name() + "/1/publication", "note", "").status()).as("once").isEqualTo(422);
  }

  @Test
  @Order(3)
  void everyTableIsAPageAFileAndJsonAndSaysTheSame() throws Exception {
    Edition edition = releases.current(quarter).orElseThrow();
    Document list = anybody().get("/data?page=1").page();
    assertThat(list.select("article a[href=" + edition.path() + "]")).hasSize(1);
    Document shown = anybody().get(edition.path()).page();
    assertThat(shown.text()).contains(edition.hash()).contains(edition.root());
    assertThat(shown.select("a[href^=" + edition.path() + "/tables/]")).hasSize(14);
    assertThat(anybody().get("/data/" + quarter.name()).status()).isEqualTo(200);
    for (ReleaseTable table : releases.tables(edition)) {
      for (String language : List.of("ar", "fr", "en")) assertThat(anybody().reading(language).get(edition.path() + "/tables/" + table.code()).status()).as(table.code()).isEqualTo(200);
      JsonNode json = json(anybody().get("/api/releases/" + quarter.name() + "/tables/" + table.code() + "?edition=1").body());
      assertThat(json.path("rows").size()).isEqualTo(table.rows().size());
      ReleaseTable csv = CsvFiles.read(table.code(), bytes(edition.path() + "/csv/" + table.code() + ".csv").body());
      assertThat(Comparing.compare(List.of(table), List.of(csv), true)).isEmpty();
      for (int i = 0; i < table.rows().size(); i++) {
        JsonNode value = json.path("rows").get(i).path("value");
        if (table.rows().get(i).status() == Status.HIDDEN) assertThat(value.isNull()).isTrue();
        else assertThat(value.decimalValue()).isEqualByComparingTo(table.rows().get(i).value());
      }
    }
    assertThat(anybody().get(edition.path() + "/tables/T15").status()).isEqualTo(404);
    assertThat(anybody().get(edition.path() + "/tables/T1").page().select("td abbr[title]")).as("hidden cells say why").isNotEmpty();
  }

  @Test
  @Order(3)
  void filesMayBeKeptForEverAndListsForAMinute() throws Exception {
    Edition edition = releases.current(quarter).orElseThrow();
    HttpResponse<byte[]> whole = bytes(edition.path() + "/package.zip");
    assertThat(HexFormat.of().formatHex(Archive.sha256(whole.body()))).isEqualTo(edition.hash());
    assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("immutable").contains("public");
    for (String path : List.of(edition.path() + "/package.zip", edition.path() + "/csv/T4.csv", "/api/releases", "/api/releases/" + quarter.name(), "/api/releases/" + quarter.name() + "/tables/T1")) {
      HttpResponse<byte[]> once = bytes(path);
      String tag = once.headers().firstValue("ETag").orElseThrow();
      assertThat(once.headers().firstValue("Cache-Control").orElse("")).as(path).contains("max-age=");
      assertThat(bytes(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
    }
    assertThat(bytes(edition.path() + "/parquet/T1.csv").statusCode()).isEqualTo(404);
    assertThat(bytes(edition.path() + "/xlsx/ar.xlsx").body()).startsWith('P', 'K');
    assertThat(new String(bytes(edition.path() + "/package.zip.note").body(), java.nio.charset.StandardCharsets.UTF_8)).contains("package-sha256 " + edition.hash());
  }

  @Test
  @Order(3)
  void programsFindReleasesInACatalogueAFeedAndTheDescriptionOfTheApi() throws Exception {
    Edition edition = releases.current(quarter).orElseThrow();
    JsonNode catalogue = json(anybody().get("/data/catalog.json").body());
    assertThat(catalogue.path("dataset").get(0).path("identifier").asString()).isEqualTo(edition.fileName());
    assertThat(catalogue.path("dataset").get(0).path("distribution").get(0).path("sha256").asString()).isEqualTo(edition.hash());
    var feed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes("/data/feed.atom").body()));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(1);
    assertThat(anybody().get("/api/openapi.json").body()).contains("/api/releases/{term}/tables/{table}");
  }

  @Test
  @Order(3)
  void theDescriptorIsTrueOfTheFilesBesideIt() throws Exception {
    Edition edition = releases.current(quarter).orElseThrow();
    var files = Archive.read(releases.archive(edition).orElseThrow());
    JsonNode descriptor = json(new String(files.get("datapackage.json"), java.nio.charset.StandardCharsets.UTF_8));
    assertThat(descriptor.path("name").asString()).matches("[a-z0-9._-]+");
    assertThat(descriptor.path("resources").size()).isEqualTo(16);
    for (JsonNode resource : descriptor.path("resources").values()) {
      byte[] file = files.get(resource.path("path").asString());
      assertThat(resource.path("bytes").asInt()).isEqualTo(file.length);
      assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + HexFormat.of().formatHex(Archive.sha256(file)));
      List<String> fields = resource.path("schema").path("fields").values().stream().map(field -> field.path("name").asString()).toList();
      String text = new String(file, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(List.of(text.lines().findFirst().orElseThrow().split(","))).isEqualTo(fields);
      resource.path("schema").path("fields").values().forEach(field -> {
        for (String language : List.of("ar", "fr", "en")) assertThat(field.path("titles").path(language).asString()).isNotBlank();
      });
    }
    for (String readme : List.of("ar", "fr", "en")) assertThat(new String(files.get("README." + readme + ".md"), java.nio.charset.StandardCharsets.UTF_8)).contains("T14").contains(edition.root());
  }

  @Test
  @Order(4)
  void aWithdrawnEditionStaysAndSaysWhy() {
    Visit desk = Visit.as(port, administrator);
    Edition edition = releases.current(quarter).orElseThrow();
    assertThat(desk.post(DESK + "/" + quarter.name() + "/1/withdrawal", "why", "bad").status()).isEqualTo(422);
    assertThat(desk.post(DESK + "/" + quarter.name() + "/1/withdrawal", "why", "The minimum wage in T11 was last year’s.").leadsTo()).isEqualTo(DESK);
    assertThat(anybody().get(edition.path()).page().text()).contains("The minimum wage in T11");
    assertThat(anybody().get(edition.path() + "/package.zip").status()).isEqualTo(200);
    assertThat(json(anybody().get("/api/releases").body()).path("releases").get(0).path("state").asString()).isEqualTo("withdrawn");
  }

  @Test
  @Order(3)
  void thePagesHaveNoFaultOfAccessibilityOnAPhone() {
    Edition edition = releases.current(quarter).orElseThrow();
    for (String locale : List.of("ar-DZ", "fr-DZ")) {
      try (var phone = Browser.phone(locale)) {
        var page = phone.newPage();
        for (String path : locale.startsWith("ar") ? List.of("/data?page=1", edition.path(), edition.path() + "/tables/T4") : List.of(edition.path() + "/tables/T12")) {
          page.navigate("http://localhost:" + port + path);
          Axe.findsNothing(page);
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(360);
        }
      }
    }
  }

  private Visit anybody() {
    return new Visit(port);
  }

  private HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) request.headers(headers);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
