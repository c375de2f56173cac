package dz.linatatawwa.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.demo.SmallCountry;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.Axe;
import dz.linatatawwa.world.Browser;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
class FiguresTests {

  @Autowired ApplicationContext rooms;
  @Autowired JdbcClient db;
  @Autowired NationalNumbers figures;
  @Autowired Places places;
  @Autowired Clock clock;
  @LocalServerPort int port;
  private boolean filled;

  @BeforeEach
  void country() throws SQLException {
    if (!filled) SmallCountry.fill(rooms, 7);
    filled = true;
  }

  @Test
  void theFiguresAreThoseOfTheLedger() {
    Numbers now = figures.now();
    LocalDate today = now.asOf().atZone(Words.ZONE).toLocalDate();
    assertThat(now.minutes()).isPositive().isEqualTo(number("select sum(minutes) from hours.entry where grade in ('A', 'B', 'C')"));
    assertThat(now.minutesYear()).isEqualTo(number("select sum(minutes) from hours.entry where grade in ('A', 'B', 'C') and day > date '" + today.minusYears(1) + "'"));
    assertThat(now.lateMinutes()).isEqualTo(number("select coalesce(sum(minutes), 0) from hours.entry where grade in ('D', 'E')"));
    assertThat(now.activeYear()).isPositive().isEqualTo(active(today, today.minusYears(1)));
    assertThat(now.activeMonth()).isPositive().isEqualTo(active(today, today.minusDays(30)));
    assertThat(now.organizations()).isEqualTo(number("select count(*) from organizations.organization where state = 'verified'"));
    assertThat(now.opportunities()).isPositive().isEqualTo(number("""
        select count(*) from opportunities.opportunity o where state = 'published' and exists (
          select from opportunities.shift s where s.opportunity_id = o.id and s.starts_at > now() and s.state <> 'cancelled')"""));
    assertThat(now.months()).hasSize(12).allSatisfy(month -> assertThat(month.minutes()).isEqualTo(number("""
        select coalesce(sum(minutes), 0) from hours.entry where grade in ('A', 'B', 'C') and to_char(day, 'YYYY-MM') = '%s' and day <= date '%s'"""
        .formatted(month.month(), today))));
  }

  @Test
  void everyWilayaShowsTheHoursOfItsOwnLinesAndHidesThoseOfFewPersons() {
    Map<String, Long> minutes = byCode("select wilaya_code, sum(minutes) from hours.entry where grade in ('A', 'B', 'C') and wilaya_code is not null group by 1");
    Map<String, Long> givers = byCode("""
        select wilaya_code, count(*) from (select wilaya_code, volunteer_id from hours.entry where grade in ('A', 'B', 'C') and wilaya_code is not null
          group by 1, 2 having sum(minutes) > 0) givers group by 1""");
    List<WilayaFigures> rows = figures.now().table(Division.W69);
    assertThat(rows).hasSize(69);
    for (WilayaFigures row : rows) {
      if (row.minutes() != WilayaFigures.HIDDEN) assertThat(row.minutes()).as(row.code()).isEqualTo(minutes.getOrDefault(row.code(), 0L));
      if (givers.getOrDefault(row.code(), 0L) > 0 && givers.get(row.code()) < 5) assertThat(row.minutes()).as(row.code()).isEqualTo(WilayaFigures.HIDDEN);
      assertThat(row.active() >= 5 || row.active() == 0 || row.active() == WilayaFigures.HIDDEN).as(row.code()).isTrue();
    }
    assertThat(rows).anyMatch(row -> row.minutes() > 0).anyMatch(row -> row.minutes() == WilayaFigures.HIDDEN);
  }

  @Test
  void olderDivisionsCountThePersonsBehindTheirHoursThemselves() {
    for (Division division : List.of(Division.W58, Division.W48)) {
      Map<String, Long> givers = byCode("""
          select code_%d, count(*) from (select w.code_%d, e.volunteer_id from hours.entry e join places.wilaya w on w.code = e.wilaya_code
            where e.grade in ('A', 'B', 'C') group by 1, 2 having sum(e.minutes) > 0) givers group by 1""".formatted(division.wilayas(), division.wilayas()));
      for (WilayaFigures row : figures.now().table(division)) {
        if (givers.getOrDefault(row.code(), 0L) > 0 && givers.get(row.code()) < 5) assertThat(row.minutes()).as(row.code()).isEqualTo(WilayaFigures.HIDDEN);
      }
    }
  }

  @Test
  void aWilayaWhoseHoursWereTakenBackHasNobodyBehindThem() {
    db.sql("""
        insert into hours.entry (claim_id, reverses, volunteer_id, day, minutes, grade, wilaya_code, reason)
        select claim_id, id, volunteer_id, day, -minutes, grade, wilaya_code, 'test' from hours.entry e
        where wilaya_code = '16' and minutes > 0 and not exists (select from hours.entry r where r.reverses = e.id)
          and volunteer_id not in (select volunteer_id from hours.entry where wilaya_code = '16' and minutes > 0 group by 1 order by 1 limit 4)""").update();
    db.sql("delete from hours.day_total where wilaya_code = '16'").update();
    db.sql("""
        insert into hours.day_total (day, wilaya_code, grade, minutes)
        select day, wilaya_code, grade, sum(minutes) from hours.entry where wilaya_code = '16' group by 1, 2, 3""").update();
    figures.forget();
    assertThat(row("16", Division.W69).minutes()).isEqualTo(WilayaFigures.HIDDEN);
  }

  @Test
  void olderDivisionsAddUpTheNewOne() {
    Numbers now = figures.now();
    Map<String, List<WilayaFigures>> in58 = now.table(Division.W69).stream().collect(Collectors.groupingBy(row -> wilaya(row.code()).in58().value()));
    Map<String, List<WilayaFigures>> in48 = now.table(Division.W69).stream().collect(Collectors.groupingBy(row -> wilaya(row.code()).in48().value()));
    assertThat(now.table(Division.W58)).hasSize(58).allSatisfy(row -> addsUp(row, in58.getOrDefault(row.code(), List.of())));
    assertThat(now.table(Division.W48)).hasSize(48).allSatisfy(row -> addsUp(row, in48.getOrDefault(row.code(), List.of())));
    long withoutPlace = number("select count(*) from opportunities.listing where next_start > now() and wilaya_code is null");
    for (Division division : Division.values()) {
      assertThat(now.table(division).stream().mapToLong(WilayaFigures::organizations).sum()).isEqualTo(now.organizations());
      assertThat(now.table(division).stream().mapToLong(WilayaFigures::opportunities).sum() + withoutPlace).isEqualTo(now.opportunities());
    }
  }

  @Test
  void thePageTheJsonAndTheTableSayTheSame() {
    for (String division : List.of("69", "58", "48")) {
      Document page = visit().get("/numbers?wilayas=" + division).page();
      JsonNode json = JsonMapper.shared().readTree(visit().get("/api/numbers?wilayas=" + division).body());
      List<String[]> csv = visit().get("/numbers/wilayas.csv?wilayas=" + division).body().lines().map(line -> line.split(",", -1)).toList();
      assertThat(json.path("confirmedMinutes").asLong()).isEqualTo(figures.now().minutes());
      assertThat(digits(page.select(".statistics-kpis > *").first())).startsWith(Long.toString(figures.now().minutes() / 60));
      List<Element> rows = page.select("table tbody tr");
      assertThat(rows).hasSize(Integer.parseInt(division)).hasSameSizeAs(json.path("wilayas").values());
      assertThat(csv).hasSize(rows.size() + 1);
      for (int i = 0; i < rows.size(); i++) {
        JsonNode wilaya = json.path("wilayas").get(i);
        String[] line = csv.get(i + 1);
        assertThat(rows.get(i).select("th .number").text()).isEqualTo(wilaya.path("code").asString()).isEqualTo(line[1]);
        List<Element> cells = rows.get(i).select("td");
        same(cells.get(0), wilaya.path("activeVolunteers12Months"), line[4], 1);
        same(cells.get(1), wilaya.path("confirmedMinutes"), line[5], 60);
        same(cells.get(2), wilaya.path("verifiedOrganizations"), line[6], 1);
        same(cells.get(3), wilaya.path("openOpportunities"), line[7], 1);
      }
    }
  }

  @Test
  void everyFigureSaysWhatItCountsAndAsOfWhen() {
    for (String language : List.of("ar", "fr", "en")) {
      Document page = visit().reading(language).get("/numbers").page();
      assertThat(page.select(".statistics-kpis > *")).hasSize(6).allSatisfy(kpi -> assertThat(kpi.select(".note").text()).isNotBlank());
      assertThat(page.select(".page-title").text()).contains(Integer.toString(LocalDate.now(clock.withZone(Words.ZONE)).getYear()));
      assertThat(page.select("#how dt")).hasSize(8);
      assertThat(page.select("#how dd")).hasSize(8).allSatisfy(how -> assertThat(how.text()).isNotBlank());
    }
    assertThat(visit().get("/api/numbers").body()).contains("\"asOf\"");
    assertThat(visit().get("/numbers/wilayas.csv").body().lines().findFirst().orElseThrow()).contains("as_of");
  }

  @Test
  void theMapShadesWhatTheTableSaysAndHatchesWhatIsNotShown() {
    for (Division division : Division.values()) {
      Document page = visit().get("/numbers?wilayas=" + division.wilayas()).page();
      assertThat(page.select(".map path[id]")).hasSize(69);
      Element most = page.select(".map path.map-shade-5").first();
      WilayaFigures best = figures.now().table(division).stream().max(java.util.Comparator.comparingLong(WilayaFigures::minutes)).orElseThrow();
      assertThat(most.select("title").text()).startsWith(best.code() + " ");
      long hatched = page.select(".map path[fill]").stream().map(path -> path.select("title").text().substring(0, 2)).distinct().count();
      assertThat(hatched).isEqualTo(figures.now().table(division).stream().filter(row -> row.minutes() == WilayaFigures.HIDDEN).count());
      assertThat(page.select(".statistics-map").text()).contains("© OpenStreetMap contributors");
      assertThat(page.select(".map-legend li")).hasSize(7);
    }
  }

  @Test
  void theTableIsSortedByWhatTheAddressAsks() {
    List<Long> hours = visit().get("/numbers?sort=hours").page().select("table tbody tr td:nth-child(3)").eachText().stream()
        .map(text -> text.replaceAll("\\D", "")).map(text -> text.isEmpty() ? -1 : Long.parseLong(text)).toList();
    assertThat(hours).hasSize(69).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    assertThat(visit().get("/numbers?sort=nonsense&wilayas=abc").status()).isEqualTo(200);
  }

  @Test
  void thePageOfNumbersHasNoFaultOfAccessibilityOnAPhone() {
    for (String locale : List.of("ar-DZ", "fr-DZ")) {
      try (var phone = Browser.phone(locale)) {
        var page = phone.newPage();
        page.navigate("http://localhost:" + port + "/numbers");
        Browser.screenshot(page, "numbers-" + locale);
        Axe.findsNothing(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
      }
    }
  }

  private static void addsUp(WilayaFigures row, List<WilayaFigures> parts) {
    assertThat(row.organizations()).as(row.code()).isEqualTo(parts.stream().mapToLong(WilayaFigures::organizations).sum());
    assertThat(row.opportunities()).as(row.code()).isEqualTo(parts.stream().mapToLong(WilayaFigures::opportunities).sum());
    for (ToLongFunction<WilayaFigures> column : List.<ToLongFunction<WilayaFigures>>of(WilayaFigures::active, WilayaFigures::minutes)) {
      boolean shown = column.applyAsLong(row) != WilayaFigures.HIDDEN && parts.stream().allMatch(part -> column.applyAsLong(part) != WilayaFigures.HIDDEN);
      if (shown) assertThat(column.applyAsLong(row)).as(row.code()).isEqualTo(parts.stream().mapToLong(column).sum());
    }
  }

  private static void same(Element cell, JsonNode json, String csv, int unit) {
    if (json.isNull()) {
      assertThat(csv).isEqualTo("c");
      assertThat(cell.text()).isEqualTo("س");
      return;
    }
    assertThat(csv).isEqualTo(Long.toString(json.asLong()));
    assertThat(digits(cell)).isEqualTo(Long.toString(json.asLong() / unit));
  }

  private static String digits(Element element) {
    return element.text().replaceAll("\\D", "");
  }

  private WilayaFigures row(String code, Division division) {
    return figures.now().table(division).stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
  }

  private dz.linatatawwa.places.Wilaya wilaya(String code) {
    return places.wilaya(WilayaCode.of(code).orElseThrow()).orElseThrow();
  }

  /** Who has an hour or more since a day, and is fifteen or older. */
  private long active(LocalDate today, LocalDate since) {
    return number("""
        select count(*) from (select e.volunteer_id from hours.entry e join volunteers.volunteer v on v.account_id = e.volunteer_id
          where e.grade in ('A', 'B', 'C') and e.day > date '%s' and v.birth_year <= %d group by 1 having sum(e.minutes) >= 60) people"""
        .formatted(since, today.getYear() - 15));
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private Map<String, Long> byCode(String sql) {
    Map<String, Long> found = new TreeMap<>();
    db.sql(sql).query(row -> {
      found.put(row.getString(1), row.getLong(2));
    });
    return found;
  }

  private Visit visit() {
    return new Visit(port);
  }
}
