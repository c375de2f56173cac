package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operations that were entered twice: found, explained, merged, parted. */
@WorldTest
class TwinTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired ListedOperations shelf;
  @Autowired Twins twins;
  @Autowired Operations operations;
  @Autowired OperationTable table;
  @Autowired Archive archive;
  ArchiveScene scene;
  AccountId supervisor;

  @BeforeEach
  void somebodyLooks() {
    scene = new ArchiveScene(db);
    supervisor = scene.supervisor("19");
  }

  private OperationId entered(String title, String day, String body) {
    OperationId id = scene.published(shelf, title, day, "19", "1901", body);
    twins.lookAround(table.find(id).orElseThrow());
    return id;
  }

  private boolean proposed(OperationId one, OperationId other) {
    return twins.waits(one, other);
  }

  @Test
  void likeOnesAreProposedAndOthersAreNot() {
    OperationId first = entered("حملة غرس الأشجار بغابة الزواغة", "2018-03-21", "جمعية الغابة");
    OperationId second = entered("غرس الأشجار حملة بغابة الزواغة", "2018-03-22", "جمعية الغابة");
    OperationId later = entered("حملة غرس الأشجار بغابة الزواغة", "2019-03-21", "جمعية الغابة");
    OperationId other = entered("حملة تنظيف شاطئ", "2018-03-21", "جمعية البحر");
    OperationId word = entered("حملة كبيرة غرس الأشجار بغابة الزواغة", "2018-03-21", "الغابة");
    assertThat(proposed(first, second)).isTrue();
    assertThat(proposed(first, word)).as("one word more").isTrue();
    assertThat(proposed(first, later)).as("a year later").isFalse();
    assertThat(proposed(first, other)).isFalse();
    Twins.Beside beside = twins.look(supervisor, first, second);
    assertThat(beside.likeness().whys()).contains("archive.twin.title", "archive.twin.near", "archive.twin.commune", "archive.twin.body");
  }

  @Test
  void theIndexFindsWhatComparingAllWithAllFinds() {
    List<String> titles = List.of("توزيع قفة رمضان", "توزيع القفف في رمضان", "قفة رمضان", "توزيع قفة رمضان بالعلمة", "حملة التبرع بالدم");
    List<OperationId> ids = new java.util.ArrayList<>();
    for (int i = 0; i < 15; i++) ids.add(entered(titles.get(i % titles.size()), LocalDate.of(2016, 12, 28).plusDays(i).toString(), i % 2 == 0 ? "جمعية الإحسان" : ""));
    int pairs = 0;
    for (OperationId one : ids) {
      for (OperationId other : ids) {
        if (one.value() >= other.value()) continue;
        Operation a = table.find(one).orElseThrow();
        Operation b = table.find(other).orElseThrow();
        if (Likeness.of(a, b).score() < 75) continue;
        pairs++;
        long[] keys = TwinKeys.around(b.told().title(), "19", b.told().when(), b.body(dz.linatatawwa.language.Language.AR));
        long[] has = TwinKeys.of(a.told().title(), "19", a.told().when(), a.body(dz.linatatawwa.language.Language.AR));
        assertThat(Arrays.stream(keys).anyMatch(key -> Arrays.stream(has).anyMatch(k -> k == key))).as(a.told() + "\n" + b.told()).isTrue();
      }
    }
    assertThat(pairs).isGreaterThan(5);
  }

  @Test
  void mergingKeepsOneAddressAndCountsOnceAndIsTakenBack() {
    OperationId first = entered("تنظيف وادي بوسلام", "2017-05-06", "جمعية الوادي");
    OperationId second = entered("تنظيف وادي بوسلام", "2017-05-06", "جمعية الوادي");
    db.sql("update archive.operation set people = 99, minutes = 59400 where id = :id").param("id", second.value()).update();
    db.sql("insert into archive.unit (operation_id, unit, quantity) values (:id, 'waste-bags', 70)").param("id", second.value()).update();
    db.sql("insert into archive.press (operation_id, ordinal, url) values (:id, 0, 'https://example.dz/wadi')").param("id", second.value()).update();
    shelf.refresh(List.of(second.value()));
    Period day = Period.days(LocalDate.of(2017, 5, 6), LocalDate.of(2017, 5, 6));
    Sums before = archive.of(null, day);
    Told told = table.find(first).orElseThrow().told();
    Visit eyes = Visit.as(port, supervisor);
    String pair = "/supervision/twins/" + first + "-" + second;
    assertThat(eyes.get(pair).body()).contains("تنظيف وادي بوسلام");
    assertThat(Visit.as(port, scene.supervisor("16")).get(pair).status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("سارة")).get("/supervision/twins").status()).isEqualTo(404);
    assertThat(eyes.post(pair + "/merging").status()).isEqualTo(422);
    assertThat(eyes.post(pair + "/merging", "stays", first.toString(), "part-amount", second.toString(), "part-units", second.toString()).status()).isEqualTo(303);
    Visit.Answer moved = new Visit(port).get("/archive/" + second);
    assertThat(moved.status()).isEqualTo(301);
    assertThat(moved.leadsTo()).isEqualTo("/archive/" + first);
    assertThat(operations.shown(first).orElseThrow().told().people()).isEqualTo(99);
    assertThat(operations.shown(first).orElseThrow().told().press()).containsExactly("https://example.dz/wadi");
    assertThat(archive.of(null, day).operations()).isEqualTo(before.operations() - 1);
    assertThat(archive.of(null, day).minutes()).isEqualTo(before.minutes() - 1200);
    assertThat(eyes.post(pair + "/reversal").status()).isEqualTo(303);
    assertThat(table.find(first).orElseThrow().told()).isEqualTo(told);
    assertThat(new Visit(port).get("/archive/" + second).status()).isEqualTo(200);
    assertThat(archive.of(null, day)).usingRecursiveComparison().ignoringFields("asOf").isEqualTo(before);
  }

  @Test
  void whatIsDifferentIsNotAskedAgain() {
    OperationId first = entered("إفطار الصائمين بساحة عين الفوارة", "2016-06-10", "");
    OperationId second = entered("إفطار الصائمين بساحة عين الفوارة", "2016-06-11", "");
    assertThat(twins.open(supervisor)).extracting(beside -> beside.b().id()).contains(second);
    assertThat(twins.different(supervisor, first, second)).isTrue();
    twins.lookAround(List.of(first.value(), second.value()));
    assertThat(twins.open(supervisor)).extracting(beside -> beside.b().id()).doesNotContain(second);
    assertThat(twins.merge(supervisor, first, second, Set.of())).isEqualTo(Twins.Merged.TOO_LATE);
  }
}
