package dz.linatatawwa.guardians;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Application;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Participation;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.participation.Wish;
import dz.linatatawwa.volunteers.Guardians;
import dz.linatatawwa.volunteers.Volunteers;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guardian's page: what the link shows to whom, what it says, and what stops. */
@WorldTest
class GuardianPageTests {

  private static final AtomicInteger MOTHERS = new AtomicInteger();

  @Autowired Guardians guardians;
  @Autowired Volunteers volunteers;
  @Autowired Participation participation;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  Scene scene;
  long organization;
  ShiftId shift;
  AccountId minor;
  String link;
  String contact;

  @BeforeEach
  void aGuardianIsAsked() {
    TestClock.one().back();
    scene = new Scene(db);
    organization = scene.organization(scene.account("أمينة"));
    db.sql("update organizations.organization set phone = '+21336841234' where id = :id").param("id", organization).update();
    shift = scene.byDay(scene.opportunity(organization, "at-once", 15), 5);
    minor = scene.volunteer("ياسمين الصغيرة", LocalDate.now(Words.ZONE).getYear() - 17);
    contact = "mother" + MOTHERS.incrementAndGet() + "@example.dz";
    guardians.ask(volunteers.find(minor).orElseThrow(), 1, "فاطمة الولية", Contact.of(contact), Language.AR, minor, "http://localhost");
    link = link();
  }

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void theLinkAloneNamesNobody() {
    Document page = new Visit(port).get(link).page();
    assertThat(page.text()).doesNotContain("ياسمين").doesNotContain("فاطمة").doesNotContain(contact);
    assertThat(page.select("form[action$=/code]")).hasSize(1);
    assertThat(page.select("form[action$=/withdrawal]")).hasSize(1);
    assertThat(new Visit(port).get("/guardian/consents/" + java.util.UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void afterTheCodeItSaysWhatIsPlannedWhereAndWithWhom() {
    Visit guardian = inside();
    guardian.post(link + "/agreement", "purposes", "take-part");
    participation.apply(minor, shift, new Wish(null, "", false));
    String text = guardian.get(link).page().text();
    assertThat(text).contains("ياسمين الصغيرة", "فاطمة الولية", "تنظيف حديقة التسلية", "باب بسكرة", "جمعية الأفق");
    for (String language : new String[] {"fr", "en"}) assertThat(guardian.reading(language).get(link).status()).isEqualTo(200);
    assertThat(new Visit(port).get(link).page().text()).as("another browser has to prove the contact too").doesNotContain("ياسمين");
    TestClock.one().goAhead(Duration.ofHours(3));
    assertThat(guardian.get(link).page().text()).as("the visit is over").doesNotContain("ياسمين");
  }

  @Test
  void withoutTheCodeNothingIsAgreedToAndNoSeatGoes() {
    Visit stranger = new Visit(port);
    assertThat(stranger.post(link + "/agreement", "purposes", "take-part").leadsTo()).isEqualTo(link);
    assertThat(guardians.consents(minor)).isEmpty();
    assertThat(stranger.post(link + "/seats/1/withdrawal").leadsTo()).isEqualTo(link);
  }

  @Test
  void aCodeForAnotherContactOpensNothing() {
    Visit stranger = new Visit(port);
    stranger.post("/guardian/again", "contact", "stranger@example.dz");
    assertThat(stranger.post(link + "/visit", "code", SignIn.code("stranger@example.dz")).status()).isEqualTo(422);
    assertThat(stranger.get(link).page().text()).doesNotContain("ياسمين");
  }

  @Test
  void oneSeatIsTakenBackAndTheButtonStopsEverything() {
    Visit guardian = inside();
    guardian.post(link + "/agreement", "purposes", "take-part");
    Application first = participation.apply(minor, shift, new Wish(null, "", false));
    guardian.post(link + "/seats/" + first.application() + "/withdrawal");
    assertThat(scene.state(id(first))).isEqualTo("withdrawn");
    Application second = participation.apply(minor, shift, new Wish(null, "", false));
    assertThat(second).isInstanceOf(Application.Placed.class);
    new Visit(port).post(link + "/withdrawal");
    assertThat(guardians.of(minor).getFirst().stopped()).isTrue();
    assertThat(participation.apply(minor, scene.byDay(scene.opportunity(organization, "at-once", 15), 2), new Wish(null, "", false)))
        .isEqualTo(new Application.Refused(Application.Reason.GUARDIAN_NEEDED));
    org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(scene.state(id(second))).isEqualTo("withdrawn"));
    assertThat(guardian.get(link).page().select(".notice-error")).isNotEmpty();
  }

  @Test
  void aLostLinkComesBackByTheContactAndEverybodyGetsTheSameAnswerBefore() {
    Visit nobody = new Visit(port);
    Visit mother = new Visit(port);
    var unknown = nobody.post("/guardian/again", "contact", "unknown@example.dz");
    var known = mother.post("/guardian/again", "contact", contact);
    assertThat(unknown.leadsTo()).isEqualTo(known.leadsTo()).isEqualTo("/guardian/again/code");
    assertThat(nobody.post("/guardian/again/code", "code", SignIn.code("unknown@example.dz")).page().select("main a[href^=/guardian/consents]")).isEmpty();
    String found = mother.post("/guardian/again/code", "code", SignIn.code(contact)).leadsTo();
    assertThat(found).startsWith("/guardian/consents/");
    assertThat(mother.get(found).page().text()).contains("ياسمين");
    assertThat(mother.get(link).status()).as("the lost one opens no more").isEqualTo(404);
  }

  @Test
  void ofWhoCameOfAgeNothingIsShownEvenBeforeTheTimer() {
    Visit guardian = inside();
    db.sql("update volunteers.volunteer set birth_year = birth_year - 10 where account_id = :id").param("id", minor.value()).update();
    assertThat(guardian.get(link).status()).isEqualTo(404);
  }

  @Test
  void whatTheMinorSeesOfTheirGuardian() {
    Visit own = Visit.as(port, minor);
    assertThat(own.get("/guardian").page().text()).contains("فاطمة الولية");
    inside().post(link + "/agreement", "purposes", "take-part");
    Document page = own.get("/guardian").page();
    assertThat(page.select(".notice-success")).isNotEmpty();
    assertThat(own.post("/guardian", "place", "2", "guardian2", "اسم\u202Eمقلوب", "contact2", "father@example.dz").status()).isEqualTo(422);
    assertThat(own.post("/guardian", "place", "2", "guardian2", "الأب", "contact2", "father@example.dz").status()).isEqualTo(303);
    assertThat(own.post("/guardian", "place", "99999999999999999999", "guardian", "x".repeat(5000), "contact", "").status()).isEqualTo(422);
  }

  private static ApplicationId id(Application application) {
    ApplicationId id = application.application();
    if (id == null) throw new IllegalStateException("no application: " + application);
    return id;
  }

  private Visit inside() {
    Visit guardian = new Visit(port);
    assertThat(guardian.post(link + "/code").leadsTo()).isEqualTo(link);
    assertThat(guardian.get(link).page().select("input[name=code]")).hasSize(1);
    assertThat(guardian.post(link + "/visit", "code", SignIn.code(contact)).leadsTo()).isEqualTo(link);
    return guardian;
  }

  private String link() {
    String body = db.sql("select n.body from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :to and n.kind = 'guardian-consent' order by d.id desc limit 1")
        .param("to", contact).query(String.class).single();
    return body.substring(body.indexOf("/guardian/consents/"), body.indexOf("/guardian/consents/") + 55);
  }
}
