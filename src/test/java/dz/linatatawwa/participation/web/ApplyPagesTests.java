package dz.linatatawwa.participation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an opportunity to an application, by plain HTTP. */
@WorldTest
class ApplyPagesTests {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  Scene scene;
  long opportunity;
  ShiftId shift;

  @BeforeEach
  void anOpportunity() {
    db.sql("delete from accounts.allowance").update();
    scene = new Scene(db);
    opportunity = scene.opportunity(scene.organization(scene.account("أمينة")), "at-once", 16);
    shift = scene.coming(opportunity, 2);
  }

  @Test
  void aVisitorAppliesInThreeScreensAndSevenInputs() {
    Visit sara = new Visit(port);
    var first = sara.get(apply("?shift=" + shift));
    assertThat(first.page().select("main form[method=post] input:not([type=hidden]):not([type=radio])")).hasSize(2);
    assertThat(first.page().select("input[name=shift][checked]").val()).isEqualTo(shift.toString());
    var asked = sara.post(applications(), "shift", shift.toString(), "name", "سارة بن علي", "contact", "0661 00 11 22");
    assertThat(asked.leadsTo()).isEqualTo(apply("/code?shift=" + shift));
    sara.get(asked.leadsTo());
    var proved = sara.post(asked.leadsTo(), "code", SignIn.code("+213661001122"));
    assertThat(proved.leadsTo()).isEqualTo(apply("/facts?shift=" + shift));
    assertThat(sara.get(proved.leadsTo()).page().select("select[name=commune] option[selected]").val()).isEqualTo("1901");
    var done = sara.post(proved.leadsTo(), "birthYear", "١٩٩٨", "wilaya", "19", "commune", "سطيف");
    assertThat(done.leadsTo()).isEqualTo(apply("/done?shift=" + shift));
    assertThat(sara.get(done.leadsTo()).page().select("h1").text()).isEqualTo("لديك مكان");
    assertThat(scene.count(shift, "accepted")).isEqualTo(1);
    assertThat(db.sql("select name from accounts.account where phone = '+213661001122'").query(String.class).single()).isEqualTo("سارة بن علي");
    assertThat(sara.get("/commitments").body()).contains("تنظيف حديقة التسلية");
  }

  @Test
  void aBadContactComesBackWithWhatWasTyped() {
    var answer = new Visit(port).post(applications(), "shift", shift.toString(), "name", "سارة", "contact", "044 12");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("input[name=name]").val()).isEqualTo("سارة");
    assertThat(answer.page().select("input[name=contact]").val()).isEqualTo("044 12");
    assertThat(answer.page().select("#contact-problem").text()).isNotEmpty();
  }

  @Test
  void aWrongCommuneAndYearComeBackWithTheReasons() {
    Visit visit = proved("0661001133");
    var answer = visit.post(apply("/facts?shift=" + shift), "birthYear", "98", "wilaya", "19", "commune", "لا توجد");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#birthYear-problem").text()).isNotEmpty();
    assertThat(answer.page().select("input[name=birthYear]").val()).isEqualTo("98");
    assertThat(answer.page().select("#commune-problem").text()).isNotEmpty();
  }

  @Test
  void underFifteenNobodyJoinsAndNoAccountIsOpened() {
    Visit visit = proved("0661001144");
    var answer = visit.post(apply("/facts?shift=" + shift), "birthYear", Integer.toString(LocalDate.now().getYear() - 14), "wilaya", "19", "commune", "1901");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(db.sql("select count(*) from accounts.account where phone = '+213661001144'").query(Integer.class).single()).isZero();
  }

  @Test
  void aMinorIsLedToTheGuardianWhoConsentsByALinkAndACode() {
    ShiftId byDay = scene.byDay(opportunity, 3);
    Visit visit = proved("0661001155");
    var joined = visit.post(apply("/facts?shift=" + byDay), "birthYear", Integer.toString(LocalDate.now().getYear() - 18), "wilaya", "19", "commune", "1901");
    assertThat(joined.leadsTo()).isEqualTo("/guardian");
    assertThat(visit.post("/guardian", "guardian", "والدها", "contact", "0661001155").status()).as("the minor's own phone").isEqualTo(422);
    assertThat(visit.post("/guardian", "guardian", "والدها", "contact", "0770001155").leadsTo()).isEqualTo("/guardian");
    assertThat(visit.post(applications(), "shift", byDay.toString()).leadsTo()).as("not answered yet").isEqualTo("/guardian");
    String body = db.sql("select body from notices.notice where kind = 'guardian-consent' order by id desc limit 1").query(String.class).single();
    String link = body.substring(body.indexOf("/guardian/consents/"), body.indexOf("/guardian/consents/") + 55);
    Visit guardian = new Visit(port);
    assertThat(guardian.post(link + "/code").leadsTo()).isEqualTo(link);
    assertThat(guardian.post(link + "/visit", "code", "000000").status()).isEqualTo(422);
    assertThat(guardian.post(link + "/visit", "code", SignIn.code("+213770001155")).leadsTo()).isEqualTo(link);
    assertThat(guardian.post(link + "/agreement", "purposes", "take-part").leadsTo()).isEqualTo(link);
    assertThat(visit.post(applications(), "shift", byDay.toString()).leadsTo()).isEqualTo(apply("/done?shift=" + byDay));
    assertThat(new Visit(port).post(link + "/withdrawal").status()).as("to stop, the link is enough").isEqualTo(303);
    assertThat(visit.post(applications(), "shift", byDay.toString()).leadsTo()).isNotNull();
  }

  @Test
  void somebodySignedInAppliesWithOnePressAndTakesItBackWithOneTap() {
    AccountId karim = scene.volunteer("كريم", 1958);
    Visit visit = Visit.as(port, karim);
    assertThat(visit.get(apply("?shift=" + shift)).page().select("input[name=contact]")).isEmpty();
    assertThat(visit.post(applications(), "shift", shift.toString()).leadsTo()).isEqualTo(apply("/done?shift=" + shift));
    assertThat(visit.post(applications(), "shift", shift.toString()).leadsTo()).isEqualTo(apply("/done?shift=" + shift));
    long id = scene.ids(shift, "accepted").getFirst();
    assertThat(visit.get("/commitments/" + id + "/calendar.ics").body()).contains("BEGIN:VEVENT");
    assertThat(visit.post("/commitments/" + id + "/withdrawal").leadsTo()).isEqualTo("/commitments");
    assertThat(scene.count(shift, "withdrawn")).isEqualTo(1);
    assertThat(visit.get("/commitments").page().select("form[action='/commitments/" + id + "/return']")).hasSize(1);
    visit.post("/commitments/" + id + "/return");
    assertThat(scene.count(shift, "accepted")).isEqualTo(1);
    assertThat(visit.get("/api/me/applications").body()).contains("\"accepted\"");
  }

  @Test
  void aClashIsShownAndMayBeOverridden() {
    AccountId karim = scene.volunteer("كريم", 1958);
    Visit visit = Visit.as(port, karim);
    ShiftId other = scene.coming(opportunity, 2);
    visit.post(applications(), "shift", shift.toString());
    var clash = visit.post(applications(), "shift", other.toString());
    assertThat(clash.status()).isEqualTo(422);
    assertThat(clash.page().select("input[name=despite]").val()).isEqualTo("true");
    assertThat(visit.post(applications(), "shift", other.toString(), "despite", "true").status()).isEqualTo(303);
  }

  @Test
  void shiftsOfOtherOpportunitiesAndDraftsAreNotFoundHere() {
    long other = scene.opportunity(scene.organization(scene.account("غريب")), "at-once", 16);
    AccountId karim = scene.volunteer("كريم", 1958);
    Visit visit = Visit.as(port, karim);
    assertThat(visit.post("/opportunities/" + other + "/applications", "shift", shift.toString()).status()).isEqualTo(422);
    db.sql("update opportunities.opportunity set state = 'draft', published_at = null where id = " + other).update();
    assertThat(visit.get("/opportunities/" + other + "/apply").status()).isEqualTo(404);
  }

  @Test
  void whoProvedAContactBySigningInIsAskedForTheNameOnceAndComesBack() {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    visit.post("/sign-in", "contact", "0661001166", "to", "/badges");
    String on = visit.post("/sign-in/code", "code", SignIn.code("+213661001166"), "to", "/badges").leadsTo();
    String facts = visit.get(on).leadsTo();
    assertThat(visit.get(facts).page().select("input[name=name]")).hasSize(1);
    assertThat(visit.post(facts, "name", "نور الهدى", "birthYear", "1990", "wilaya", "19", "commune", "1901").leadsTo()).isEqualTo("/badges");
  }

  private Visit proved(String phone) {
    Visit visit = new Visit(port);
    visit.get(apply("?shift=" + shift));
    visit.post(applications(), "shift", shift.toString(), "name", "زائرة", "contact", phone);
    visit.post(apply("/code?shift=" + shift), "code", SignIn.code("+213" + phone.substring(1)));
    return visit;
  }

  private String apply(String rest) {
    return "/opportunities/" + opportunity + "/apply" + rest;
  }

  private String applications() {
    return "/opportunities/" + opportunity + "/applications";
  }
}
