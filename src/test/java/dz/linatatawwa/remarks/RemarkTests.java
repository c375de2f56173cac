package dz.linatatawwa.remarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.opportunities.Listings;
import dz.linatatawwa.reports.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class RemarkTests {

  @Autowired Remarks remarks;
  @Autowired Listings listings;
  @Autowired Accounts accounts;
  @Autowired Audit audit;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void thoseInPowerThereReadARemarkAndNobodyElse() {
    Scene scene = new Scene(db, listings);
    RemarkFile file = new RemarkFile.Body(scene.organization);
    remarks.write(scene.supervisor, file, "زرنا المقر ووجدناه مغلقا");
    assertThat(Visit.as(port, scene.supervisor).get(file.address()).body()).contains("زرنا المقر").contains("فريد مزيان");
    assertThat(Visit.as(port, scene.nation).get(file.address()).body()).contains("زرنا المقر");
    assertThat(Visit.as(port, scene.oran).get(file.address()).status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.owner).get(file.address()).status()).isEqualTo(404);
    assertThatThrownBy(() -> remarks.write(scene.oran, file, "ليس من نطاقي")).isInstanceOf(NotFound.class);
    assertThat(audit.of("organization", scene.organization.toString())).anySatisfy(line -> {
      assertThat(line.deed()).isEqualTo("remark.written");
      assertThat(line.reason()).isNull();
      assertThat(line.details()).doesNotContain("زرنا");
    });
  }

  @Test
  void aRemarkIsNeverRewrittenAndItsAuthorAloneStrikesIt() {
    Scene scene = new Scene(db, listings);
    RemarkFile file = new RemarkFile.Body(scene.organization);
    remarks.write(scene.supervisor, file, "رقم الوصل لا يطابق السجل");
    long id = remarks.of(file, 1).rows().getFirst().id();
    assertThat(remarks.strike(scene.nation, file, id)).isFalse();
    assertThat(remarks.strike(scene.supervisor, file, id)).isTrue();
    assertThat(remarks.strike(scene.supervisor, file, id)).isFalse();
    assertThat(Visit.as(port, scene.nation).get(file.address()).page().select("s").text()).contains("رقم الوصل");
    assertThatThrownBy(() -> db.sql("update remarks.remark set words = 'x' where id = :id").param("id", id).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("stays as it was written");
  }

  @Test
  void aPersonsFileIsOpenedWithAReasonAndThePersonReadsWhatIsWrittenOfThem() {
    Scene scene = new Scene(db, listings);
    AccountId amina = Someone.amina().livingIn("1901").volunteer();
    RemarkFile file = new RemarkFile.Person(amina);
    Visit supervisor = Visit.as(port, scene.supervisor);
    assertThat(supervisor.get(file.address()).leadsTo()).startsWith("/accesses/new");
    assertThat(supervisor.open(file.address()).status()).isEqualTo(200);
    assertThat(supervisor.post(file.address() + "/lines", "words", "تعاونت في تسوية خلاف يوم الحملة").status()).isEqualTo(303);
    assertThat(db.sql("select count(*) from accounts.access where person = :id and object_kind = 'remarks'").param("id", amina.value()).query(Long.class).single()).isPositive();
    assertThat(Visit.as(port, amina).get("/me/data/kept/power").body()).contains("تعاونت في تسوية خلاف");
    assertThat(Visit.as(port, amina).get(file.address()).status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.oran).get(file.address()).status()).isEqualTo(404);
    assertThatThrownBy(() -> remarks.write(amina, file, "عن نفسي")).isInstanceOf(NotFound.class);
    accounts.close(amina);
    assertThat(remarks.of(file, 1).total()).as("it goes with the person").isZero();
  }

  @Test
  void whatIsEmptyTooLongOrDeceivesIsRefused() {
    Scene scene = new Scene(db, listings);
    Visit visit = Visit.as(port, scene.supervisor);
    String lines = new RemarkFile.Body(scene.organization).address() + "/lines";
    for (String bad : new String[] {"", "  ", "x".repeat(2001), "اسم \u202Eمقلوب"}) assertThat(visit.post(lines, "words", bad).status()).as(bad).isEqualTo(422);
  }
}
