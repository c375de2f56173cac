package dz.linatatawwa.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wages, people and the product: read, looked at, stored, replaced, taken back. */
@WorldTest
class LoadsTests {

  private static final String HERE = "/administration/statistics";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Loads loads;
  Visit visit;
  AccountId nadia;

  @BeforeEach
  void anAdministrator() {
    for (String table : List.of("load", "wage", "population", "gdp")) db.sql("delete from worth." + table).update();
    nadia = SignIn.administrator("نادية");
    visit = Visit.as(port, nadia);
  }

  private Visit.Answer send(String kind, String table) {
    return visit.postFile(HERE + "/loads", "file", "table.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8), "kind", kind, "source", "ONS, publication fictive 2025");
  }

  private void store(String kind, String table) {
    String preview = send(kind, table).leadsTo();
    assertThat(preview).matches(HERE + "/loads/\\d+");
    assertThat(visit.post(preview + "/storing").status()).isEqualTo(303);
  }

  @Test
  void aTableIsLookedAtFirstAndHoldsOnceItIsStored() {
    String preview = send("wages", "year;isco_08;dzd_hour\n2025;5;250,50\n2025;5329;310\n").leadsTo();
    assertThat(count("wage")).isZero();
    var page = visit.get(preview).page();
    assertThat(page.text()).contains("5329").contains("250.50").contains("ONS, publication fictive 2025");
    visit.post(preview + "/storing");
    assertThat(db.sql("select dzd_hour from worth.wage where isco_08 = '5' and year = 2025").query(java.math.BigDecimal.class).single()).isEqualByComparingTo("250.50");
    var list = visit.get(HERE).page();
    assertThat(list.text()).contains("2025").contains("نادية").contains("ONS, publication fictive 2025");
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'figures.loaded' and actor = :by").param("by", nadia.value()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void aYearIsReplacedAndUndoingBringsTheOneBeforeBack() {
    store("population", "السنة,الولاية,الجنس,عدد السكان\n2024,,,30000000\n2024,19,أنثى,500 000\n2023,,,29000000\n");
    store("population", "year,wilaya_code,sex,persons\n2024,,,31000000\n");
    assertThat(people("year = 2024 and wilaya_code is null")).isEqualTo(31_000_000);
    assertThat(people("year = 2024 and wilaya_code = '19'")).as("the whole year is replaced").isZero();
    assertThat(people("year = 2023")).isEqualTo(29_000_000);
    List<Load> all = loads.stored();
    assertThat(all.get(1).standing()).containsExactly(2023);
    assertThat(visit.post(HERE + "/loads/" + all.get(1).id() + "/undoing").status()).isEqualTo(303);
    assertThat(people("year = 2023")).as("a newer one stands in the place of one of its years").isEqualTo(29_000_000);
    visit.post(HERE + "/loads/" + all.getFirst().id() + "/undoing");
    assertThat(people("year = 2024 and wilaya_code is null")).isEqualTo(30_000_000);
    assertThat(people("year = 2024 and wilaya_code = '19' and sex = 'F'")).isEqualTo(500_000);
    visit.post(HERE + "/loads/" + all.get(1).id() + "/undoing");
    assertThat(count("population")).isZero();
  }

  @Test
  void everyBadValueIsNamedWithItsRowColumnAndReasonAndNothingIsLoaded() {
    var answer = send("population", "year,wilaya_code,sex,persons\n1999,,,5\n2024,91,F,10\n2024,19,x,10\n2024,19,F,many\n2024,19,M,10\n2024,19,M,11\n");
    assertThat(answer.status()).isEqualTo(422);
    var rows = answer.page().select("table tbody tr");
    assertThat(rows).hasSize(5);
    assertThat(rows.get(1).text()).contains("3").contains("91");
    assertThat(rows.get(3).text()).contains("many");
    assertThat(count("load")).isZero();
  }

  @Test
  void whatIsNoTableOrLacksAColumnIsRefusedBesideItsField() {
    var answer = send("gdp", "year,value\n2024,5\n");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().getElementById("file-problem").text()).contains("dzd_million");
    assertThat(answer.page().getElementById("source").val()).isEqualTo("ONS, publication fictive 2025");
    assertThat(visit.postFile(HERE + "/loads", "file", "x.csv", "text/csv", new byte[0], "kind", "stones", "source", "x").page().select(".error-summary li")).hasSize(3);
  }

  @Test
  void aWorkbookIsReadToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("gdp");
      sheet.value(0, 0, "year");
      sheet.value(0, 1, "PIB");
      sheet.value(1, 0, 2024);
      sheet.value(1, 1, 36_103_000.5);
    }
    String preview = visit.postFile(HERE + "/loads", "file", "gdp.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes.toByteArray(), "kind", "gdp",
        "source", "Comptes fictifs").leadsTo();
    visit.post(preview + "/storing");
    assertThat(db.sql("select dzd_million from worth.gdp where year = 2024").query(java.math.BigDecimal.class).single()).isEqualByComparingTo("36103000.50");
  }

  @Test
  void templatesHaveTheColumnsAndNothingElse() {
    assertThat(visit.get(HERE + "/templates/population.csv").body()).isEqualTo("\uFEFFyear,wilaya_code,sex,persons\r\n");
    assertThat(visit.get(HERE + "/templates/wages.xlsx").status()).isEqualTo(200);
    assertThat(visit.get(HERE + "/templates/stones.csv").status()).isEqualTo(404);
  }

  @Test
  void nobodyElseHasSuchAPage() {
    Visit other = Visit.as(port, SignIn.account("أمينة"));
    assertThat(other.get(HERE).status()).isEqualTo(404);
    assertThat(other.get(HERE + "/templates/gdp.csv").status()).isEqualTo(404);
    assertThat(other.post(HERE + "/loads/1/storing").status()).isEqualTo(404);
  }

  private long people(String where) {
    return db.sql("select coalesce(sum(persons), 0) from worth.population where " + where).query(Long.class).single();
  }

  private long count(String table) {
    return db.sql("select count(*) from worth." + table).query(Long.class).single();
  }
}
