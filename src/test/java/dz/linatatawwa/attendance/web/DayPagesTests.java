package dz.linatatawwa.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day's pages by plain HTTP, and that they are nobody else's. */
@WorldTest
class DayPagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Arrivals arrivals;

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
  void marksTheDayOnTheRosterAndByJson() {
    ShiftId shift = scene.today(scene.opportunity(organization, "at-once", 16), 3);
    AccountId karim = scene.volunteer("كريم", 1958);
    AccountId layla = scene.volunteer("ليلى", 1990);
    scene.seat(shift, karim);
    scene.seat(shift, layla);
    var page = desk.get(at("/shifts/" + shift)).page();
    var form = page.select("#p" + karim + " form").first();
    assertThat(form).isNotNull();
    String key = form.select("input[name=key]").val();
    var marked = desk.post(form.attr("action"), "deed", "check-in", "volunteer", karim.toString(), "key", key);
    assertThat(marked.leadsTo()).isEqualTo(at("/shifts/" + shift) + "#p" + karim);
    assertThat(desk.get(at("/shifts/" + shift)).page().select("#p" + karim).hasClass("attendance-in")).isTrue();
    String api = "{\"volunteer\":" + layla + ",\"deed\":\"check-in\"}";
    assertThat(desk.postJson("/api/shifts/" + shift + "/attendance", api).status()).isEqualTo(400);
    String once = key();
    var done = desk.postJson("/api/shifts/" + shift + "/attendance", api, "Idempotency-Key", once);
    assertThat(done.body()).contains("\"done\"");
    assertThat(desk.postJson("/api/shifts/" + shift + "/attendance", api, "Idempotency-Key", once).body()).isEqualTo(done.body());
    assertThat(desk.postJson("/api/shifts/" + shift + "/attendance", api.replace("check-in", "no-show"), "Idempotency-Key", key()).status())
        .isEqualTo(409);
    assertThat(desk.get("/api/shifts/" + shift + "/roster").body()).contains("ليلى");
    assertThat(desk.get(at("/shifts/" + shift + "/print")).page().select(".attendance-paper tbody tr")).hasSize(10);
    assertThat(desk.get(at("/shifts/" + shift) + "?q=%D9%83%D8%B1%D9%8A%D9%85").page().select(".attendance-roll > li")).hasSize(1);
  }

  @Test
  void whoIsNoVolunteerIsMissedByJsonWhateverTheDeed() {
    ShiftId shift = scene.today(scene.opportunity(organization, "at-once", 16), 3);
    for (String who : List.of(owner.toString(), "987654321", "0", "-3")) {
      for (String deed : List.of("check-in", "check-out", "no-show", "walk-in", "undo")) {
        Visit.Answer missed = desk.postJson("/api/shifts/" + shift + "/attendance", "{\"volunteer\":" + who + ",\"deed\":\"" + deed + "\"}", "Idempotency-Key", key());
        assertThat(missed.status()).as(deed + " of " + who + ": " + missed.body()).isEqualTo(404);
        assertThat(missed.header("Content-Type").orElse("")).startsWith("application/problem+json");
      }
    }
  }

  @Test
  void contradictionsAndReviewsAreSettledWithOneTapAndLeavingOutNeedsAReason() {
    ShiftId shift = scene.today(scene.opportunity(organization, "at-once", 16), 3);
    AccountId karim = scene.volunteer("كريم", 1958);
    scene.seat(shift, karim);
    Instant now = Instant.now();
    DeedLine early = line(shift, karim, DeedKind.CHECK_IN, now.minus(Duration.ofHours(9)));
    arrivals.take(new Batch(Via.KIT, owner, "phone-1", now, List.of(line(shift, karim, DeedKind.CHECK_IN, now.minus(Duration.ofMinutes(50))),
        line(shift, karim, DeedKind.CHECK_OUT, now.minus(Duration.ofMinutes(40))))));
    arrivals.take(new Batch(Via.KIT, owner, "phone-2", now, List.of(line(shift, karim, DeedKind.CHECK_OUT, now.minus(Duration.ofMinutes(20))), early)));
    var page = desk.get(at("/shifts/" + shift)).page();
    assertThat(page.select(".attendance-decide .attendance-disputes > li")).hasSize(2);
    assertThat(page.select(".attendance-decide").text()).contains("وقتان مختلفان للمغادرة").contains("هاتف المسؤول").contains("أمينة");
    desk.post(page.select("form[action*=/conflicts/]:has(input[value=changed])").attr("action"), "choice", "changed");
    assertThat(db.sql("select checked_out_at from attendance.attendance where shift_id = " + shift).query(Instant.class).single())
        .isCloseTo(now.minus(Duration.ofMinutes(20)), within(5, ChronoUnit.SECONDS));
    desk.post(at("/shifts/" + shift + "/reviews/omission"), "key", early.key());
    assertThat(desk.get(at("/shifts/" + shift)).page().select(".attendance-decide .attendance-disputes > li")).as("not without a reason").hasSize(1);
    desk.post(at("/shifts/" + shift + "/reviews/omission"), "key", early.key(), "reason", "ساعة الهاتف");
    assertThat(desk.get(at("/shifts/" + shift)).page().select(".attendance-decide")).isEmpty();
    AccountId stranger = scene.account("غريب");
    assertThat(Visit.as(port, stranger).post(at("/shifts/" + shift + "/reviews/acceptance"), "key", early.key()).status()).isEqualTo(404);
  }

  private static DeedLine line(ShiftId shift, AccountId person, DeedKind kind, Instant at) {
    return new DeedLine(key(), shift, person, kind, at, 1, false, null, null, null);
  }

  @Test
  void takesWalkInsByCodeAndRegistersThePresent() {
    ShiftId shift = scene.today(scene.opportunity(organization, "at-once", 16), 5);
    AccountId karim = scene.volunteer("كريم", 1958);
    String code = db.sql("select code from volunteers.volunteer where account_id = " + karim).query(String.class).single();
    assertThat(desk.post(at("/shifts/" + shift + "/walk-ins"), "who", "999999999", "key", key()).status()).isEqualTo(422);
    assertThat(desk.post(at("/shifts/" + shift + "/walk-ins"), "who", code, "key", key()).status()).isEqualTo(303);
    var bad = desk.post(at("/shifts/" + shift + "/walk-ins"), "name", "جمال", "contact", "12", "birthYear", "1970", "wilaya", "19", "commune", "1901", "key", key());
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("input[name=name]").val()).isEqualTo("جمال");
    assertThat(desk.post(at("/shifts/" + shift + "/walk-ins"), "name", "جمال", "contact", "0771234567", "birthYear", "1970", "wilaya", "19", "commune", "1901",
        "key", key()).status()).isEqualTo(303);
    assertThat(desk.get(at("/shifts/" + shift)).page().select(".attendance-in")).hasSize(2);
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
      for (String path : List.of("/shifts", "/shifts/" + shift, "/shifts/" + shift + "/print", "/shifts/" + shift + "/walk-ins")) {
        assertThat(visit.get(at(path)).status()).as(path).isEqualTo(404);
      }
      for (String path : List.of("/shifts/" + shift + "/attendance", "/shifts/" + shift + "/closing/closure", "/shifts/" + shift + "/everybody",
          "/shifts/" + shift + "/walk-ins", "/shifts/" + shift + "/corrections")) {
        assertThat(visit.post(at(path), "deed", "check-in", "volunteer", karim.toString(), "key", key(), "who", "1", "in", "08:00", "reason", "x").status()).as(path).isEqualTo(404);
      }
      assertThat(visit.get("/api/shifts/" + shift + "/roster").status()).isEqualTo(404);
    }
    // one's own desk does not open another's shift either
    assertThat(Visit.as(port, foreigner).get("/organizations/" + foreign + "/desk/shifts/" + shift).status()).isEqualTo(404);
    assertThat(Visit.as(port, foreigner).post("/organizations/" + foreign + "/desk/shifts/" + shift + "/attendance", "deed", "check-in", "volunteer",
        karim.toString(), "key", key()).status()).isEqualTo(404);
  }

  private String at(String path) {
    return "/organizations/" + organization + "/desk" + path;
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
