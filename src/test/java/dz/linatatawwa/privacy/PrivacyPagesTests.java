package dz.linatatawwa.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Retention;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WorldTest
class PrivacyPagesTests {

  @Autowired Accounts accounts;
  @Autowired AccessLog log;
  @Autowired Audit audit;
  @Autowired Timers timers;
  @Autowired Register register;
  @Autowired Officers officers;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private final JdbcClient db = JdbcClient.create(TestDatabase.one());

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void aPersonSeesTakesAndPrintsWhatIsKept() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    accounts.consent(amina, "joining", 1);
    db.sql("update volunteers.volunteer set about = 'أحب الغرس في الزنادية' where account_id = :id").param("id", amina.value()).update();
    Visit visit = Visit.as(port, amina);
    var page = visit.get("/me/data").page();
    assertThat(page.select("#for-profile a").attr("href")).isEqualTo("/me/data/kept/profile");
    assertThat(visit.get("/me/data/kept/profile").body()).contains("أحب الغرس في الزنادية");
    assertThat(page.select("blockquote").text()).as("the wording is kept").contains("18-07");
    JsonNode taken = json.readTree(visit.get("/me/data/my-data.json").body());
    assertThat(taken.toString()).contains("أحب الغرس في الزنادية").contains("volunteers.volunteer").contains("أمينة بلقاسم");
    for (String language : List.of("ar", "fr")) {
      Visit.Answer pdf = Visit.as(port, amina).reading(language).get("/me/data/my-data.pdf?lang=" + language);
      assertThat(pdf.header("Content-Type")).contains("application/pdf");
    }
    byte[] paper = java.net.http.HttpClient.newHttpClient().send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/me/data/my-data.pdf?lang=fr"))
        .header("Cookie", SignIn.COOKIE + "=" + SignIn.as(amina)).build(), java.net.http.HttpResponse.BodyHandlers.ofByteArray()).body();
    try (var document = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Mes données").contains("Profil");
    }
    assertThat(Visit.as(port, Someone.karim().volunteer()).get("/me/data").body()).doesNotContain("الزنادية");
    assertThat(new Visit(port).get("/me/data").leadsTo()).startsWith("/sign-in");
  }

  @Test
  void aBusyPersonsDataIsReadPageByPageAndTakenWhole() throws Exception {
    AccountId amina = Someone.amina().volunteer();
    db.sql("insert into notices.notice (account_id, kind, title, body, link, language) select :id, 'busy', 'إشعار ' || n, '', '/', 'ar' from generate_series(1, 260) n").param("id", amina.value()).update();
    Visit visit = Visit.as(port, amina);
    assertThat(visit.get("/me/data").page().getAllElements()).hasSizeLessThan(800);
    Document messages = visit.get("/me/data/kept/messages").page();
    assertThat(messages.getAllElements()).hasSizeLessThan(800);
    assertThat(messages.select("a[href=/me/data/kept/messages/notices.notice]")).hasSize(1);
    java.util.Set<String> seen = new java.util.HashSet<>();
    for (int number = 1; number <= 11; number++) {
      Document one = visit.get("/me/data/kept/messages/notices.notice?page=" + number).page();
      assertThat(one.getAllElements()).hasSizeLessThan(800);
      one.select("td").forEach(cell -> { if (cell.text().startsWith("إشعار ")) seen.add(cell.text()); });
    }
    assertThat(seen).as("every row stands on some page").hasSize(260);
    assertThat(visit.get("/me/data/my-data.json").body()).contains("إشعار 1\"").contains("إشعار 260\"");
    assertThat(visit.get("/me/data/kept/messages/accounts.account").status()).as("a table of another purpose").isEqualTo(404);
    assertThat(visit.get("/me/data/kept/nothing").status()).isEqualTo(404);
    assertThat(Visit.as(port, Someone.karim().volunteer()).get("/me/data/kept/messages/notices.notice").body()).doesNotContain("إشعار 1");
  }

  @Test
  void aConsentIsWithdrawnInOneTapAndJoiningByLeaving() {
    AccountId amina = Someone.amina().volunteer();
    accounts.consent(amina, "joining", 1);
    accounts.consent(amina, "study", 2);
    Visit visit = Visit.as(port, amina);
    visit.get("/me/data");
    assertThat(visit.post("/me/data/consents/study/withdrawal").status()).isEqualTo(303);
    assertThat(accounts.consents(amina, "study")).isFalse();
    assertThat(accounts.consentsOf(amina)).as("what was agreed to stays on record").hasSize(2);
    assertThat(visit.post("/me/data/consents/study/withdrawal").status()).isEqualTo(404);
    assertThat(visit.post("/me/data/consents/joining/withdrawal").leadsTo()).isEqualTo("/me/leaving");
    assertThat(accounts.consents(amina, "joining")).isTrue();
  }

  @Test
  void aFileOpensWithAReasonForAnHourAndThePersonSeesWhoOpenedIt() {
    AccountId amina = Someone.amina().volunteer();
    AccountId officer = officer();
    Visit visit = Visit.as(port, amina);
    visit.post("/me/data/requests", "kind", "correct", "words", "سنة ميلادي خاطئة");
    long request = db.sql("select id from privacy.request where account_id = :id").param("id", amina.value()).query(Long.class).single();
    String page = "/administration/privacy/requests/" + request;
    Visit desk = Visit.as(port, officer);
    String door = desk.get(page).leadsTo();
    assertThat(door).startsWith("/accesses/new");
    assertThat(desk.get(door).status()).isEqualTo(200);
    assertThat(desk.get(door.replace("person=" + amina, "person=" + officer)).status()).as("a made-up door").isEqualTo(404);
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    desk.get(door).page().select("form[action=/accesses] input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
    fields.remove("_csrf");
    assertThat(say(desk, fields, "", "").status()).isEqualTo(422);
    assertThat(say(desk, fields, "other", "").status()).as("another reason needs words").isEqualTo(422);
    assertThat(say(desk, fields, "request", "طلبت بنفسها").leadsTo()).isEqualTo(page);
    assertThat(desk.get(page).body()).contains("سنة ميلادي خاطئة");
    assertThat(visit.get("/me/data").page().select("#accesses ~ *, section[aria-labelledby=accesses]").text()).contains("طلبت بنفسها").contains("127.0.…");
    TestClock.one().goAhead(Duration.ofMinutes(61));
    assertThat(desk.get(page).leadsTo()).startsWith("/accesses/new");
    assertThat(log.of(amina, null)).hasSize(1);
    assertThatThrownBy(() -> db.sql("update accounts.access set words = 'x'").update()).rootCause().hasMessageContaining("only grows");
    assertThatThrownBy(() -> db.sql("delete from accounts.access").update()).rootCause().hasMessageContaining("only grows");
  }

  @Test
  void aRequestHasItsClockAndItsAnswerReachesThePerson() {
    AccountId amina = Someone.amina().volunteer();
    AccountId officer = officer();
    Visit visit = Visit.as(port, amina);
    assertThat(visit.post("/me/data/requests", "kind", "", "words", "لا").status()).isEqualTo(422);
    assertThat(visit.post("/me/data/requests", "kind", "object", "words", "لا أريد أن تُستعمل معطياتي في الدراسات").status()).isEqualTo(303);
    long id = db.sql("select id from privacy.request where account_id = :id").param("id", amina.value()).query(Long.class).single();
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'privacy-request'").param("id", officer.value()).query(Long.class).single()).isEqualTo(1);
    Visit desk = Visit.as(port, officer);
    assertThat(desk.get("/administration/privacy/requests?lang=en").body()).contains("answer by");
    TestClock.one().goAhead(Duration.ofDays(11));
    db.sql("update accounts.session set expires_at = now() + interval '90 days', seen_at = now() + interval '11 days' where account_id = :officer").param("officer", officer.value()).update();
    assertThat(desk.get("/administration/privacy/requests?lang=en").body()).contains("late");
    TestClock.one().back();
    desk.open("/administration/privacy/requests/" + id);
    assertThat(desk.post("/administration/privacy/requests/" + id, "outcome", "done", "words", "").status()).isEqualTo(422);
    assertThat(desk.post("/administration/privacy/requests/" + id, "outcome", "done", "words", "حُذفت من الدراسات").status()).isEqualTo(303);
    assertThat(visit.get("/me/data/requests").body()).contains("حُذفت من الدراسات");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'privacy-answer'").param("id", amina.value()).query(Long.class).single()).isEqualTo(1);
    assertThat(desk.get("/administration/privacy/requests.csv").body()).contains(Long.toString(id));
  }

  @Test
  void theDeskIsForOfficersWhileTheirTermLastsAndForAdministrators() {
    AccountId amina = Someone.amina().volunteer();
    AccountId administrator = SignIn.administrator("Meriem");
    String contact = accounts.find(amina).orElseThrow().email();
    List<String> pages = List.of("", "/requests", "/requests.csv", "/breaches", "/breaches/breaches.csv", "/timers", "/timers.csv", "/accesses", "/accesses.csv", "/officers");
    for (String page : pages) {
      assertThat(Visit.as(port, amina).get("/administration/privacy" + page).status()).as(page).isEqualTo(404);
      assertThat(Visit.as(port, administrator).get("/administration/privacy" + page).status()).as(page).isEqualTo(200);
    }
    Visit desk = Visit.as(port, administrator);
    assertThat(desk.post("/administration/privacy/officers", "contact", contact, "until", officers.today().toString(), "reason", "تعيين").status()).isEqualTo(422);
    assertThat(desk.post("/administration/privacy/officers", "contact", contact, "until", officers.today().plusDays(30).toString(), "reason", "قرار رقم 12").status()).isEqualTo(303);
    assertThat(Visit.as(port, amina).get("/administration/privacy/breaches").status()).isEqualTo(200);
    assertThat(Visit.as(port, amina).post("/administration/privacy/officers", "contact", contact, "until", "2027-01-01", "reason", "لنفسي").status()).isEqualTo(404);
    TestClock.one().goAhead(Duration.ofDays(32));
    assertThat(officers.since(amina)).as("the last day has passed").isEmpty();
    TestClock.one().back();
    long id = officers.all().stream().filter(one -> one.account().equals(amina)).findFirst().orElseThrow().id();
    assertThat(desk.post("/administration/privacy/officers/" + id + "/ending", "endReason", "انتهت المهمة").status()).isEqualTo(303);
    assertThat(Visit.as(port, amina).get("/administration/privacy").status()).isEqualTo(404);
    assertThat(audit.of("account", amina.toString())).extracting(line -> line.deed()).contains("officer.granted", "officer.ended");
  }

  @Test
  void aBreachCountsFiveDaysDownUntilTheAuthorityIsTold() {
    Visit desk = Visit.as(port, officer()).reading("en");
    Instant noticed = TestClock.one().instant().minus(25, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
    LocalDate day = LocalDate.ofInstant(noticed, Words.ZONE);
    LocalTime time = LocalTime.ofInstant(noticed, Words.ZONE);
    assertThat(desk.post("/administration/privacy/breaches?lang=en", "day", day.plusDays(9).toString(), "time", "08:00", "what", "a lost laptop").status()).isEqualTo(422);
    Visit.Answer opened = desk.post("/administration/privacy/breaches", "day", day.toString(), "time", time.toString(), "what", "A laptop with a list was lost", "measures", "locked", "people", "٤٢");
    assertThat(opened.status()).isEqualTo(303);
    String page = opened.leadsTo();
    assertThat(desk.get(page + "?lang=en").body()).contains("94 hours").contains("42");
    TestClock.one().goAhead(Duration.ofDays(6));
    assertThat(desk.get(page + "?lang=en").body()).contains("The five days are over");
    assertThat(desk.post(page + "/lines", "deed", "authority", "what", "told by letter").status()).isEqualTo(303);
    assertThat(desk.get(page + "?lang=en").body()).contains("Authority told late");
    desk.post(page + "/lines", "deed", "authority", "what", "told again");
    assertThat(desk.get(page + "?lang=en").body()).as("told once").doesNotContain("told again");
    assertThat(desk.get(page + ".pdf").header("Content-Type")).contains("application/pdf");
    assertThat(desk.get("/administration/privacy/breaches/breaches.csv").body()).contains("A laptop with a list was lost");
    assertThatThrownBy(() -> db.sql("update privacy.breach_line set what = 'nothing'").update()).rootCause().hasMessageContaining("only grows");
  }

  @Test
  void theRegisterIsForEverybodyInThreeLanguagesAndOnPaper() {
    for (String language : List.of("ar", "fr", "en")) {
      Visit.Answer page = new Visit(port).reading(language).get("/privacy/register?lang=" + language);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.page().select("section h2")).hasSizeGreaterThan(14);
      assertThat(new Visit(port).reading(language).get("/privacy/register.pdf?lang=" + language).status()).isEqualTo(200);
    }
    assertThat(new Visit(port).get("/privacy/register.csv").body().lines()).hasSizeGreaterThan(80);
  }

  @Test
  void periodsRunOnceANightRemoveWhatIsOldAndSayHowMuch() {
    AccountId amina = Someone.amina().volunteer();
    Instant now = TestClock.one().instant();
    for (int days : List.of(400, 91, 10)) {
      db.sql("insert into accounts.session (token_hash, account_id, opened_at, seen_at, expires_at, way_in, device) values (:hash, :id, :at, :at, :at, 'code', 'old')")
          .param("hash", new byte[] {(byte) days, 7}).param("id", amina.value()).param("at", java.sql.Timestamp.from(now.minus(days, ChronoUnit.DAYS))).update();
    }
    db.sql("insert into accounts.access (at, actor, person, object_kind, object_id, reason) select now() - make_interval(days => d), :by, :id, 'contest', '1', 'check' from unnest(array[1830, 1800, 3]) d")
        .param("by", officer().value()).param("id", amina.value()).update();
    timers.everyNight();
    assertThat(db.sql("select count(*) from accounts.session where account_id = :id").param("id", amina.value()).query(Long.class).single()).as("the youngest of three").isEqualTo(1);
    assertThat(log.of(amina, null)).as("the two younger than five years").hasSize(2);
    assertThat(timers.runs()).hasSize(register.retentions().size()).allSatisfy(run -> assertThat(run.trouble()).isNull());
    assertThat(timers.runs()).filteredOn(run -> run.code().equals("sessions")).singleElement().satisfies(run -> assertThat(run.removed()).isEqualTo(2));
    timers.everyNight();
    assertThat(timers.runs()).as("a second time the same night does nothing").hasSize(register.retentions().size());
    for (Retention one : register.retentions()) assertThat(one.removing().before(now.minus(Duration.ofDays(timers.days(one))))).as(one.code()).isZero();
  }

  @Test
  void theAuditLogIsSearchedByWhoWhatWhomAndWhere() {
    AccountId administrator = SignIn.administrator("Meriem Search");
    AccountId other = SignIn.account("Salim Search");
    String whom = accounts.find(other).orElseThrow().email();
    Visit desk = Visit.as(port, administrator);
    desk.post("/supervision/people", "contact", whom, "territory", "nation", "until", officers.today().plusDays(90).toString(), "reason", "زيادة عدد المشرفين");
    audit.note(administrator, "organization.suspended", "organization", 8_000_001, "لأسباب");
    String who = accounts.find(administrator).orElseThrow().email();
    assertThat(desk.get("/supervision/audit?person=" + whom).body()).contains("زيادة عدد المشرفين").doesNotContain("لأسباب");
    assertThat(desk.get("/supervision/audit?actor=" + who + "&deed=organization.suspended").body()).contains("لأسباب").doesNotContain("زيادة عدد المشرفين");
    assertThat(desk.get("/supervision/audit?actor=" + who + "&network=127.0").body()).contains("زيادة عدد المشرفين").doesNotContain("لأسباب");
    assertThat(desk.get("/supervision/audit?actor=" + who + "&until=2020-01-01").page().select(".supervision-history")).isEmpty();
    assertThat(desk.get("/supervision/audit.csv?person=" + whom).body()).contains("زيادة عدد المشرفين").contains("127.0");
    assertThat(Visit.as(port, other).get("/me/data/kept/power").body()).as("what was decided about them").contains("زيادة عدد المشرفين");
    assertThat(Visit.as(port, other).get("/supervision/audit.csv").status()).isEqualTo(404);
    for (int i = 0; i < 60; i++) audit.note(administrator, "organization.suspended", "organization", 8_100_000 + i, null);
    var first = desk.get("/supervision/audit?actor=" + who).page();
    assertThat(first.select(".supervision-history li")).hasSize(50);
    String older = first.select("a[href*=before]").attr("href");
    assertThat(desk.get(older).page().select(".supervision-history li")).hasSize(12);
  }

  private AccountId officer() {
    AccountId officer = SignIn.account("مندوب المعطيات");
    officers.grant(SignIn.administrator("Nadir"), officer, officers.today().plusDays(90), "قرار التعيين");
    return officer;
  }

  private static Visit.Answer say(Visit desk, Map<String, String> fields, String reason, String words) {
    List<String> sent = new java.util.ArrayList<>(List.of("reason", reason, "words", words));
    fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
    return desk.post("/accesses", sent.toArray(String[]::new));
  }
}
