package dz.linatatawwa.participation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The coordinator's pages by plain HTTP, and that they are nobody else's. */
@WorldTest
class DeskPagesTests {

  private static final Wish ANY = new Wish(null, "", false);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Participation participation;

  Scene scene;
  AccountId owner;
  long organization;
  Visit desk;

  @BeforeEach
  void aDesk() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
    desk = Visit.as(port, owner);
  }

  @Test
  void acceptsInBulkAndSaysWhatWasNotDoneAndWhy() {
    long byHand = scene.opportunity(organization, "by-hand", 16);
    ShiftId shift = scene.coming(byHand, 1);
    List<AccountId> people = scene.volunteers(3);
    people.forEach(p -> participation.apply(p, shift, ANY));
    ShiftId clashing = scene.coming(scene.opportunity(organization, "at-once", 16), 5);
    participation.apply(people.get(2), clashing, ANY);
    List<Long> ids = scene.ids(shift, "pending");
    assertThat(desk.get(at("/applications")).page().select("input[name=ids]")).hasSize(3);
    String to = desk.post(at("/applications/acceptances"), "ids", ids.get(0) + "", "ids", ids.get(1) + "", "ids", ids.get(2) + "").leadsTo();
    assertThat(desk.get(to).page().select(".flash").text()).contains("تم: 1").contains("قائمة الانتظار: 1").contains("التزام آخر");
    assertThat(scene.count(shift, "accepted")).isEqualTo(1);
  }

  @Test
  void declinesOnlyWithAReason() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 1);
    participation.apply(scene.volunteer("كريم", 1958), shift, ANY);
    String id = scene.ids(shift, "pending").getFirst().toString();
    desk.post(at("/applications/declines"), "ids", id);
    assertThat(scene.count(shift, "pending")).isEqualTo(1);
    desk.post(at("/applications/declines"), "ids", id, "reason", "skills", "words", "شكرًا");
    assertThat(scene.count(shift, "declined")).isEqualTo(1);
  }

  @Test
  void acceptsByRuleThoseWhoFit() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 9);
    participation.apply(scene.volunteer("كريم", 1958), shift, ANY);
    participation.apply(scene.volunteer("ليلى", 2000), shift, ANY);
    desk.post(at("/applications/acceptances-by-rule"), "minAge", "٤٠");
    assertThat(scene.count(shift, "accepted")).isEqualTo(1);
    desk.post(at("/applications/acceptances-by-rule?shift=" + shift), "minHours", "2");
    assertThat(scene.count(shift, "pending")).isEqualTo(1);
    desk.post(at("/applications/acceptances-by-rule?shift=" + shift), "sameWilaya", "true");
    assertThat(scene.count(shift, "accepted")).isEqualTo(2);
  }

  @Test
  void fillsAHoleWithThoseWhoFitOnceEach() {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 3);
    AccountId near = scene.volunteer("كريم بلقاسم", 1958);
    scene.volunteer("قاصر", java.time.LocalDate.now().getYear() - 17);
    var page = desk.get(at("/shifts/" + shift + "/candidates")).page();
    assertThat(page.select("input[name=ids][value=" + near + "]")).hasSize(1);
    assertThat(page.text()).contains("كريم ب.").doesNotContain("بلقاسم").doesNotContain("قاصر");
    desk.post(at("/shifts/" + shift + "/invitations"), "ids", near.toString());
    desk.post(at("/shifts/" + shift + "/invitations"), "ids", near.toString());
    assertThat(db.sql("select count(*) from notices.notice where kind = 'application-invited' and account_id = " + near).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void everythingIsMissingForStrangersReadersAndOtherOrganisations() {
    ShiftId shift = scene.today(scene.opportunity(organization, "by-hand", 16), 3);
    AccountId karim = scene.volunteer("كريم", 1958);
    scene.seat(shift, karim);
    AccountId reader = scene.account("قارئ");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (" + organization + ", " + reader + ", 'reader')").update();
    AccountId foreigner = scene.account("غريب");
    long foreign = scene.organization(foreigner);
    for (Visit visit : List.of(Visit.as(port, karim), Visit.as(port, reader), Visit.as(port, foreigner))) {
      for (String path : List.of("/applications", "/shifts/" + shift + "/candidates")) {
        assertThat(visit.get(at(path)).status()).as(path).isEqualTo(404);
      }
      for (String path : List.of("/applications/acceptances", "/applications/acceptances-by-rule", "/applications/declines",
          "/shifts/" + shift + "/invitations")) {
        assertThat(visit.post(at(path), "ids", "1", "reason", "full", "minAge", "1").status()).as(path).isEqualTo(404);
      }
    }
    // one's own desk does not open another's shift either
    assertThat(Visit.as(port, foreigner).get("/organizations/" + foreign + "/desk/shifts/" + shift + "/candidates").status()).isEqualTo(404);
  }

  private String at(String path) {
    return "/organizations/" + organization + "/desk" + path;
  }
}
