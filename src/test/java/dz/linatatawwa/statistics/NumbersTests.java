package dz.linatatawwa.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.TileMap;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersTests {

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired NationalNumbers numbers;
  @Autowired Dashboards dashboards;
  @Autowired Subjects subjects;
  @Autowired Times times;
  @Autowired PeriodText periods;
  @Autowired Dictionary dictionary;
  @LocalServerPort int port;
  private boolean filled;

  @BeforeEach
  void country() throws SQLException {
    if (!filled) SmallCountry.fill(rooms, 7);
    filled = true;
  }

  @Test
  void everyFigureIsTheAnswerOfItsOwnQuery() {
    for (Period period : List.of(times.ever(), Period.year(2026))) {
      Dashboard dashboard = nation(period);
      Map<String, Object> values = new HashMap<>(Map.of("from", period.from(), "to", period.to()));
      Period before = periods.before(period).orElse(Period.days(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1)));
      values.put("before_from", before.from());
      values.put("before_to", before.to());
      values.put("months", period.kind() == Period.Kind.YEAR ? new BigDecimal(12) : BigDecimal.ONE);
      Set<Definition> about = Set.of(Definition.ANSWER, Definition.CONFIRMATION, Definition.SETTLING, Definition.IMPACT, Definition.EXCLUDED);
      for (Definition definition : Definition.values()) {
        Optional<Figure> shown = dashboard.figure(definition);
        if (definition == Definition.IMPACT) continue;
        BigDecimal asked = db.sql(definition.query()).params(values).query(BigDecimal.class).single();
        if (about.contains(definition) || shown.isEmpty() || shown.get().value() == null || definition == Definition.FULL_TIME && period.kind() == Period.Kind.EVER) continue;
        if (definition == Definition.LAPSED && periods.before(period).isEmpty()) continue;
        assertThat(shown.get().value()).as(definition + " in " + period).isEqualByComparingTo(asked.setScale(shown.get().value().scale(), java.math.RoundingMode.HALF_UP));
      }
      assertThat(dashboard.figure(Definition.ACTIVE).orElseThrow().value()).isPositive();
    }
  }

  @Test
  void everyFigureShownAnywhereHasADefinitionPageInThreeLanguages() {
    for (String language : List.of("ar", "fr", "en")) {
      Set<String> addresses = new HashSet<>(visit().reading(language).get("/numbers?period=ever").page().select(".statistics-figure a").eachAttr("href"));
      assertThat(addresses).hasSizeGreaterThan(14);
      for (Definition definition : Definition.values()) {
        Visit.Answer answer = visit().reading(language).get(definition.address());
        assertThat(answer.status()).as(definition.code()).isEqualTo(200);
        assertThat(answer.page().select(".definitions dd")).hasSize(5).allSatisfy(said -> assertThat(said.text()).isNotBlank());
        assertThat(answer.page().select("pre").text()).containsIgnoringCase("select");
        addresses.remove(definition.address());
      }
      assertThat(addresses).isEmpty();
    }
    assertThat(visit().get("/numbers/definitions/no-such").status()).isEqualTo(404);
    assertThat(visit().get("/numbers/definitions").page().select(".card")).hasSize(Definition.values().length);
  }

  @Test
  void theFrontPageThePageTheJsonAndTheTableSayTheSame() throws IOException {
    Document page = visit().get("/numbers?period=ever").page();
    JsonNode json = JsonMapper.shared().readTree(visit().get("/api/statistics/nation?period=ever").body());
    List<String[]> csv = visit().get("/numbers.csv?period=ever").body().lines().map(line -> line.split(",", -1)).toList();
    long minutes = numbers.now().minutes();
    assertThat(minutes).isPositive();
    assertThat(visit().get("/").page().select(".home-big b").text().replaceAll("\\D", "")).isEqualTo(Long.toString(minutes / 60));
    assertThat(JsonMapper.shared().readTree(visit().get("/api/numbers").body()).path("confirmedMinutes").asLong()).isEqualTo(minutes);
    assertThat(page.select(".statistics-figure-hours b").text().replaceAll("\\D", "")).isEqualTo(Long.toString(minutes / 60));
    Map<String, JsonNode> figures = new HashMap<>();
    json.path("figures").forEach(one -> figures.put(one.path("definition").asString(), one.path("value")));
    assertThat(figures.get("hours").asLong()).isEqualTo(minutes);
    int compared = 0;
    for (String[] line : csv) {
      if (!line[6].isEmpty() || !figures.containsKey(line[5])) continue;
      assertThat(line[10]).as(line[5]).isEqualTo(figures.get(line[5]).isNull() ? "c" : figures.get(line[5]).asString());
      compared++;
    }
    assertThat(compared).isEqualTo(figures.size());
    JsonNode year = JsonMapper.shared().readTree(visit().get("/api/statistics/nation?period=12m").body());
    assertThat(numbers.now().activeYear()).isPositive().isEqualTo(year.path("figures").get(0).path("value").asLong());
  }

  @Test
  void hiddenCellsAreTheSameOnThePageInTheTableAndInTheJson() {
    JsonNode json = JsonMapper.shared().readTree(visit().get("/api/statistics/nation?period=2026").body());
    Map<String, String> csv = new HashMap<>();
    visit().get("/numbers.csv?period=2026").body().lines().map(line -> line.split(",", -1)).filter(line -> line[5].equals("hours") && line[6].equals("place")).forEach(line -> csv.put(line[7], line[10]));
    Document page = visit().get("/numbers?period=2026&list=yes").page();
    Map<String, String> html = new HashMap<>();
    page.select("#places ~ .table-box tbody tr").forEach(row -> html.put(row.select("th").text().substring(0, 2), row.select("td").first().text()));
    int hidden = 0;
    for (JsonNode part : byName(json, "place").path("parts")) {
      String key = part.path("key").asString();
      if (key.isEmpty()) continue;
      boolean gone = part.path("minutes").isNull();
      assertThat(csv.get(key)).as(key).isEqualTo(gone ? "c" : Long.toString(part.path("minutes").asLong()));
      assertThat(html.get(key).replaceAll("[^0-9س]", "")).as(key).isEqualTo(gone ? "س" : Long.toString(part.path("minutes").asLong() / 60));
      assertThat(page.select(".tilemap a[href^=/numbers/wilayas/" + key + "]").first().className()).as(key).matches(gone ? "tilemap-shade-1" : "tilemap-shade[0-5]");
      if (gone) hidden++;
    }
    assertThat(hidden).isPositive();
    assertThat(html).hasSizeGreaterThanOrEqualTo(69);
  }

  @Test
  void olderDivisionsHaveTheirOwnWilayas() {
    for (Division division : Division.values()) {
      Document page = visit().get("/numbers?period=2026&list=yes&wilayas=" + division.wilayas()).page();
      assertThat(page.select("#places ~ .table-box tbody tr th").eachText().stream().filter(text -> text.matches("[0-9]{2} .*"))).hasSize(division.wilayas());
      assertThat(page.select(".tilemap a")).hasSize(69);
    }
    assertThat(visit().get("/numbers/wilayas/60").status()).isEqualTo(200);
    assertThat(visit().get("/numbers/wilayas/60?wilayas=48").status()).isEqualTo(404);
    assertThat(visit().get("/numbers/wilayas/99").status()).isEqualTo(404);
    assertThat(visit().get("/numbers/communes/9999").status()).isEqualTo(404);
  }

  @Test
  void unknownValuesAreForgivenAndStandInNoLink() {
    Visit.Answer answer = visit().get("/numbers?period=2026-13&field=XXX&sex=Q&age=7&grade=Z&wilayas=abc&sort=nonsense&audience=%3Cb%3E&from=x&to=y");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.page().select(".statistics-form .chip")).isEmpty();
    assertThat(visit().get("/numbers?period=days&from=2026-03-10&to=2026-02-05").page().select(".statistics-period").text()).contains("2026");
  }

  @Test
  void thePublicMayAskForOneTraitAndItsMonthsAreTold() {
    Document page = visit().get("/numbers?period=ever&sex=F").page();
    assertThat(page.select(".statistics-form .chip")).hasSize(1);
    assertThat(page.select(".statistics-months rect")).isNotEmpty();
    assertThat(page.select(".tilemap")).isEmpty();
    Document two = visit().get("/numbers?period=ever&sex=F&field=ENV").page();
    assertThat(two.select(".statistics-form .chip")).hasSize(1);
    assertThat(two.select(".notice")).isNotEmpty();
    assertThat(visit().get("/numbers?period=ever&grade=D").page().select(".statistics-form .chip")).isEmpty();
  }

  @Test
  void whoAnswersForAPlaceSeesAllOfItAndThatIsWrittenDown() {
    AccountId person = SignIn.account("مشرف سطيف");
    Office.give(person, "19");
    Visit supervisor = Visit.as(port, person);
    String address = "/numbers/wilayas/19?period=ever&all=yes&sex=F&field=ENV";
    assertThat(supervisor.get(address).page().select(".statistics-form .chip")).hasSize(2);
    assertThat(supervisor.get(address).page().text()).contains("ليس للنشر");
    assertThat(audited("19")).isEqualTo(2);
    assertThat(supervisor.get("/numbers/wilayas/16?period=ever&all=yes&sex=F&field=ENV").page().select(".statistics-form .chip")).hasSize(1);
    assertThat(visit().get(address).leadsTo()).startsWith("/sign-in");
    assertThat(audited("16")).isZero();
  }

  @Test
  void theWorkbookIsSafeAndExplainsItself() throws Exception {
    HttpResponse<byte[]> answer = bytes("/numbers.xlsx?period=2026");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains(".xlsx");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSizeGreaterThan(80);
      assertThat(rows.stream().filter(row -> row.getCellCount() > 5 && row.getCellText(5).equals("c")).count()).isPositive();
      assertThat(book.getSheets().count()).isEqualTo(2);
      assertThat(book.getSheet(1).orElseThrow().read()).hasSizeGreaterThan(Definition.values().length);
    }
    db.sql("update opportunities.campaign set title = '=cmd()' where id = (select min(campaign_id) from opportunities.in_campaign)").update();
    long campaign = db.sql("select min(campaign_id) from opportunities.in_campaign").query(Long.class).single();
    String csv = visit().get("/campaigns/" + campaign + "/numbers.csv?period=ever").body();
    assertThat(csv).contains("'=cmd()").doesNotContain(",=cmd()");
  }

  @Test
  void thePictureIsThatOfALink() throws Exception {
    for (String address : List.of("/numbers.png?period=2026", "/numbers.png?period=2026&lang=fr", "/numbers/wilayas/16.png?period=ever", "/numbers/communes/3701.png?period=2026-02")) {
      var image = ImageIO.read(new ByteArrayInputStream(bytes(address).body()));
      ImageIO.write(image, "png", java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "screenshots")).resolve("picture" + address.replaceAll("\\W+", "-") + ".png").toFile());
      assertThat(image.getWidth()).isEqualTo(1200);
      assertThat(image.getHeight()).isEqualTo(630);
      Set<Integer> colours = new HashSet<>();
      for (int x = 0; x < 1200; x += 3) for (int y = 40; y < 630; y += 3) colours.add(image.getRGB(x, y));
      assertThat(colours).hasSizeGreaterThan(10);
    }
    assertThat(visit().get("/numbers?period=2026").page().select("meta[property=og:image]").attr("content")).contains("/numbers.png");
  }

  @Test
  void whoAsksAgainWhileNothingChangedGetsNothingNew() throws Exception {
    HttpResponse<byte[]> first = bytes("/api/statistics/wilayas/16?period=2026");
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/statistics/wilayas/16?period=2026"))
        .header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    JsonNode described = JsonMapper.shared().readTree(visit().get("/api/openapi.json").body()).path("paths").path("/api/statistics/nation").path("get");
    assertThat(described.path("parameters").findValuesAsString("name")).contains("period", "field", "wilayas").doesNotContain("request");
  }

  @Test
  void organisationsAndCampaignsHaveNumbersOfTheirOwn() {
    long organization = db.sql("select organization_id from hours.entry where organization_id is not null group by 1 order by sum(minutes) desc limit 1").query(Long.class).single();
    Document page = visit().get("/organizations/" + organization + "/numbers?period=ever").page();
    assertThat(page.select(".statistics-figure-hours b").text()).isNotBlank();
    assertThat(page.select("select[name=sex]")).isEmpty();
    assertThat(visit().get("/organizations/" + organization).page().select("a[href=/organizations/" + organization + "/numbers]")).isNotEmpty();
    assertThat(visit().get("/organizations/999999/numbers").status()).isEqualTo(404);
    assertThat(visit().get("/campaigns/999999/numbers").status()).isEqualTo(404);
  }

  @Test
  void everyPageStandsOnAPhoneWithoutFaultAndIsLight() {
    for (String locale : List.of("ar-DZ", "fr-DZ")) {
      try (var phone = Browser.phone(locale)) {
        var page = phone.newPage();
        for (String path : List.of("/numbers?period=2026", "/numbers/wilayas/19?period=ever", "/numbers/communes/3701?period=2026-02", "/numbers/definitions/hours")) {
          page.navigate("http://localhost:" + port + path);
          Browser.screenshot(page, "numbers" + path.replaceAll("\\W+", "-") + "-" + locale);
          Axe.findsNothing(page);
          assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(360);
        }
      }
    }
    try (var desktop = Browser.context(Browser.options("fr-DZ", 1280, 900).setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK))) {
      var page = desktop.newPage();
      page.navigate("http://localhost:" + port + "/numbers?period=2026");
      Browser.screenshot(page, "numbers-desktop-dark-fr");
      Axe.findsNothing(page);
    }
    try (var desktop = Browser.desktop("ar-DZ")) {
      var page = desktop.newPage();
      page.navigate("http://localhost:" + port + "/numbers?period=2026");
      Browser.screenshot(page, "numbers-desktop-ar");
    }
    for (String path : List.of("/numbers", "/numbers?period=2026", "/numbers/wilayas/19?period=ever")) {
      assertThat(visit().get(path).page().getAllElements()).as(path).hasSizeLessThanOrEqualTo(800);
    }
  }

  @Test
  void whatIsFoldedAwayComesByALinkAndGoesAgain() {
    Document page = visit().get("/numbers?period=ever").page();
    assertThat(page.select(".statistics-table table, select[name=field]")).isEmpty();
    Element link = page.select("#by-field ~ .statistics-table a").first();
    Document open = visit().get(link.attr("href").replaceFirst("#.*", "")).page();
    assertThat(open.select("#by-field ~ .statistics-table tbody tr")).isNotEmpty();
    assertThat(open.select(".statistics-table table")).as("the others stay folded").hasSize(1);
    assertThat(visit().get(open.select("#by-field ~ .statistics-table a").attr("href").replaceFirst("#.*", "")).page().select(".statistics-table table")).isEmpty();
    Document filters = visit().get(page.select(".statistics-unfold a").attr("href").replaceFirst("#.*", "")).page();
    assertThat(filters.select("select[name=field]")).hasSize(1);
    assertThat(visit().get("/numbers?period=ever&sex=F").page().select("select[name=sex] option[selected]").val()).as("what is applied is seen").isEqualTo("F");
    assertThat(visit().get("/numbers?period=ever&table=nothing").status()).isEqualTo(200);
  }

  @Test
  void onPaperItIsBlackOnWhiteAlsoWhereThePhoneIsDarkAndSaysAsOfWhen() {
    try (var desktop = Browser.context(Browser.options("ar-DZ", 1280, 900).setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK))) {
      var page = desktop.newPage();
      page.navigate("http://localhost:" + port + "/numbers?period=2026&list=yes&table=month");
      page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.evaluate("getComputedStyle(document.querySelector('.statistics-chart')).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
      assertThat(page.evaluate("getComputedStyle(document.querySelector('.statistics-figure b')).color")).isEqualTo("rgb(0, 0, 0)");
      assertThat(page.isVisible(".statistics-printed")).isTrue();
      assertThat(page.isVisible(".statistics-form")).isFalse();
      assertThat(page.isVisible(".statistics-table table")).isTrue();
      assertThat(page.pdf(new com.microsoft.playwright.Page.PdfOptions().setPreferCSSPageSize(true))).isNotEmpty();
    }
  }

  @Test
  void everyWilayaHasASquareOfItsOwn() {
    TileMap map = TileMap.of(Map.of("16", 900L, "19", 100L, "37", TileMap.HIDDEN));
    assertThat(map.tiles()).hasSize(69).doesNotHaveDuplicates();
    assertThat(map.tiles().stream().map(tile -> tile.column() + "/" + tile.row()).distinct()).hasSize(69);
    assertThat(map.tiles()).allSatisfy(tile -> assertThat(map.tiles().stream().filter(other -> Math.abs(other.column() - tile.column()) + Math.abs(other.row() - tile.row()) == 1)).isNotEmpty());
    assertThat(map.tiles().stream().filter(tile -> tile.code().value().equals("16")).findFirst().orElseThrow().shade()).isEqualTo(5);
    assertThat(map.tiles().stream().filter(tile -> tile.code().value().equals("37")).findFirst().orElseThrow().shade()).isNegative();
  }

  private long audited(String code) {
    return db.sql("select count(*) from supervision.audit where deed = 'figures.seen' and object_kind = 'wilaya' and object_id = :code").param("code", code).query(Long.class).single();
  }

  private Dashboard nation(Period period) {
    Words words = dictionary.in(Language.EN);
    return dashboards.open(subjects.nation(new LocalName("الجزائر", "Algérie", "Algeria")), new Asked(Optional.of(period), Filter.NONE, Division.W69, true, false, false), words);
  }

  private static JsonNode byName(JsonNode json, String classif) {
    for (JsonNode one : json.path("by")) if (one.path("classif").asString().equals(classif)) return one;
    throw new AssertionError("no " + classif);
  }

  private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Language", "ar").build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private Visit visit() {
    return new Visit(port);
  }

}
