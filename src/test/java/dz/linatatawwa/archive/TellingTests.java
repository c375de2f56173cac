package dz.linatatawwa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a form to everybody's eyes: telling, looking at, proving, changing, withdrawing. */
@WorldTest
class TellingTests {

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Operations operations;
  @Autowired ApplicationEventPublisher events;
  ArchiveScene scene;
  AccountId salim;
  OrganizationId hope;
  Visit visit;

  @BeforeEach
  void anAssociation() {
    scene = new ArchiveScene(db);
    salim = SignIn.account("سليم");
    hope = scene.organization("جمعية رواد الأمل " + salim, salim);
    visit = Visit.as(port, salim);
  }

  private OperationId told(String... changes) {
    Visit.Answer answer = visit.post("/archive/operations", ArchiveScene.form(both(changes, "organization", hope.toString())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return ArchiveScene.idOf(answer);
  }

  private static String[] both(String[] some, String... more) {
    String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private Visit decide(AccountId supervisor, OperationId id, String... decision) {
    Visit eyes = Visit.as(port, supervisor);
    assertThat(eyes.post("/supervision/" + scene.matter(OperationMatters.KIND, id.value()) + "/decision", decision).status()).isEqualTo(303);
    return eyes;
  }

  @Test
  void nobodySeesItBeforeASupervisorHasLooked() {
    OperationId id = told("deed", "send", "ledBy", "سليم بن عودة");
    assertThat(scene.state(id)).isEqualTo("waiting");
    assertThat(new Visit(port).get("/archive/" + id).status()).isEqualTo(404);
    assertThat(new Visit(port).get("/archive?wilaya=19").body()).doesNotContain("/archive/" + id + "\"");
    decide(scene.supervisor("19"), id, "decision", "published");
    Visit.Answer page = new Visit(port).get("/archive/" + id);
    assertThat(page.page().select("h1").text()).isEqualTo("غرس أشجار الصنوبر بجبل مقرس");
    assertThat(page.page().select("[itemtype=https://schema.org/Event] meta[itemprop=startDate]").attr("content")).isEqualTo("2019-12-05");
    assertThat(page.body()).contains("300").as("no tick, no name").doesNotContain("بن عودة");
    assertThat(page.page().select(".archive-declared").text()).contains("160").contains("لا مسجلة بالحضور");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'archive-published'").param("id", salim.value()).query(Integer.class).single()).isOne();
    assertThat(new Visit(port).get("/organizations/" + hope).body()).contains("/archive/" + id);
  }

  @Test
  void whatDoesNotFitComesBackWithItsReasonAndWhatWasTyped() {
    String tomorrow = LocalDate.now().plusDays(1).toString();
    for (String[] wrong : new String[][] {{"first", tomorrow, "first"}, {"hours", "1000", "hours"}, {"hours", "500", "reason"}, {"people", "1000001", "people"},
        {"press", "http://example.dz/a", "press"}, {"wilaya", "", "wilaya"}, {"title", "", "title"}, {"unit-trees", "كثير", "unit-trees"}, {"commune", "لا توجد", "commune"}}) {
      Visit.Answer answer = visit.post("/archive/operations", ArchiveScene.form("organization", hope.toString(), wrong[0], wrong[1]));
      assertThat(answer.status()).as(wrong[0] + " " + wrong[1]).isEqualTo(422);
      assertThat(answer.page().select("#" + wrong[2] + "-problem")).as(wrong[2]).hasSize(1);
      assertThat(answer.page().select("[name=about]").text()).isEqualTo("خرجنا صباحًا وغرسنا حتى الظهر");
    }
    assertThat(db.sql("select count(*) from archive.operation where organization_id = :id").param("id", hope.value()).query(Integer.class).single()).isZero();
    told("hours", "500", "reason", "حريق الغابة دام الليل كله");
  }

  @Test
  void aMonthOrAYearIsEnough() {
    OperationId month = told("precision", "month", "month", "2", "year", "٢٠٢٠", "first", "");
    OperationId year = told("precision", "year", "year", "2018", "first", "");
    assertThat(operations.own(salim, month).told().when()).isEqualTo(When.month(java.time.YearMonth.of(2020, 2)));
    assertThat(operations.own(salim, year).told().when()).isEqualTo(When.year(2018));
  }

  @Test
  void aSupervisorAsksForMoreRefusesWithAReasonOrAcceptsADocument() {
    OperationId id = told("deed", "send");
    AccountId supervisor = scene.supervisor("19");
    decide(supervisor, id, "decision", "asked", "reason", "أضف محضر العملية من فضلك");
    assertThat(scene.state(id)).isEqualTo("draft");
    assertThat(visit.get("/archive/operations/" + id).body()).contains("أضف محضر العملية من فضلك");
    assertThat(visit.postFile("/archive/operations/" + id + "/documents", "document", "محضر.pdf", "application/pdf", PDF).status()).isEqualTo(303);
    assertThat(visit.post("/archive/operations/" + id + "/sending").status()).isEqualTo(303);
    String paper = visit.get("/archive/operations/" + id).page().selectFirst("#document a[href^=/files/]").attr("href");
    assertThat(new Visit(port).get(paper).status()).isEqualTo(404);
    assertThat(Visit.as(port, scene.supervisor("16")).get(paper).status()).as("another wilaya").isEqualTo(404);
    assertThat(Visit.as(port, supervisor).get(paper).status()).isEqualTo(200);
    decide(supervisor, id, "decision", "proved", "reason", "محضر موقع من البلدية");
    assertThat(operations.shown(id).orElseThrow().proved()).isTrue();
    assertThat(new Visit(port).get("/archive/" + id).body()).contains("قبل مشرف وثيقة").doesNotContain(paper);
    assertThat(new Visit(port).get(paper).status()).as("never for the public").isEqualTo(404);
    OperationId second = told("deed", "send", "title", "عملية أخرى لا تصح");
    decide(supervisor, second, "decision", "refused", "reasonCode", "untrue", "reason", "لم تجر هذه العملية");
    assertThat(scene.state(second)).isEqualTo("refused");
    assertThat(new Visit(port).get("/archive/" + second).status()).isEqualTo(404);
  }

  @Test
  void whoeverToldItDoesNotDecideIt() {
    Office.give(salim, "19");
    OperationId id = told("deed", "send");
    visit.post("/supervision/" + scene.matter(OperationMatters.KIND, id.value()) + "/decision", "decision", "published");
    assertThat(scene.state(id)).isEqualTo("waiting");
  }

  @Test
  void aPictureNeedsConsentAndWordsAndIsSeenWithTheOperation() throws IOException {
    OperationId id = told();
    byte[] picture = picture();
    assertThat(visit.postFile("/archive/operations/" + id + "/pictures", "picture", "a.png", "image/png", picture, "alt", "متطوعون يغرسون").status()).isEqualTo(422);
    assertThat(visit.postFile("/archive/operations/" + id + "/pictures", "picture", "a.png", "image/png", picture, "consent", "true").status()).isEqualTo(422);
    assertThat(visit.postFile("/archive/operations/" + id + "/pictures", "picture", "a.png", "image/png", picture, "alt", "متطوعون يغرسون", "consent", "true").status()).isEqualTo(303);
    String shown = visit.get("/archive/operations/" + id).page().selectFirst("#picture img").attr("src");
    assertThat(new Visit(port).get(shown).status()).isEqualTo(404);
    visit.post("/archive/operations/" + id + "/sending");
    decide(scene.supervisor("19"), id, "decision", "published");
    assertThat(new Visit(port).get("/archive/" + id).page().select("img[alt=متطوعون يغرسون]")).hasSize(1);
    assertThat(new Visit(port).get(shown).status()).isEqualTo(200);
    assertThat(new Visit(port).get("/archive?pictures=true&wilaya=19").body()).contains(shown);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void whatIsChangedAfterItWasPublishedWaitsAgainAndWhatIsWithdrawnIsGone() {
    OperationId id = told("deed", "send");
    AccountId supervisor = scene.supervisor("19");
    decide(supervisor, id, "decision", "published");
    assertThat(visit.post("/archive/operations/" + id, ArchiveScene.form("title", "غرس أشجار أخرى")).status()).isEqualTo(303);
    assertThat(scene.state(id)).isEqualTo("waiting");
    assertThat(new Visit(port).get("/archive/" + id).status()).isEqualTo(404);
    decide(supervisor, id, "decision", "published");
    assertThat(new Visit(port).get("/archive/" + id).body()).contains("غرس أشجار أخرى");
    visit.post("/archive/operations/" + id + "/withdrawal");
    assertThat(new Visit(port).get("/archive/" + id).status()).isEqualTo(404);
    visit.post("/archive/operations/" + id + "/return");
    assertThat(scene.state(id)).isEqualTo("draft");
  }

  @Test
  void anAdultTellsOfAGroupWithoutTheirNameBeingShownAndAMinorDoesNot() {
    AccountId amina = Someone.amina().livingIn("1901").volunteer();
    Visit aminas = Visit.as(port, amina);
    OperationId id = ArchiveScene.idOf(aminas.post("/archive/operations", ArchiveScene.form("group", "شباب حي المعبودة", "deed", "send")));
    assertThat(visit.get("/archive/operations/" + id).status()).as("foreign").isEqualTo(404);
    decide(scene.supervisor("19"), id, "decision", "published");
    assertThat(new Visit(port).get("/archive/" + id).body()).contains("شباب حي المعبودة").doesNotContain("بلقاسم");
    Visit young = Visit.as(port, Someone.amina().bornIn(LocalDate.now().getYear() - 16).livingIn("1901").volunteer());
    assertThat(young.get("/archive/operations/new").page().select("form.form")).isEmpty();
    assertThat(young.post("/archive/operations", ArchiveScene.form("group", "شباب")).leadsTo()).isEqualTo("/archive/operations/new");
    assertThat(Visit.as(port, SignIn.account("بلا ملف")).get("/archive/operations/new").leadsTo()).isEqualTo("/join/facts");
    events.publishEvent(new dz.linatatawwa.accounts.AccountClosed(amina));
    assertThat(new Visit(port).get("/archive/" + id).status()).as("the operation stays").isEqualTo(200);
    assertThat(db.sql("select count(*) from archive.operation where entered_by = :id").param("id", amina.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void theDeskListsThemAndOpensToMembersOnly() {
    OperationId id = told();
    assertThat(visit.get("/organizations/" + hope + "/desk/operations").body()).contains("/archive/operations/" + id);
    assertThat(Visit.as(port, SignIn.account("غريب")).get("/organizations/" + hope + "/desk/operations").status()).isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("غريب")).post("/archive/operations", ArchiveScene.form("organization", hope.toString())).status()).isEqualTo(404);
  }
}
