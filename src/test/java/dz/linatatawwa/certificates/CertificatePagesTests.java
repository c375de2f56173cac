package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class CertificatePagesTests {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired HourLedger ledger;
  @Autowired Accounts accounts;
  Scene scene;
  AccountId amina;
  ClaimId claim;
  Visit visit;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    amina = scene.amina();
    claim = scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    visit = Visit.as(port, amina);
  }

  @Test
  void onePressInTheBookOrOnTheDeskOpensThePaper() {
    for (String page : new String[] {"/hours", "/desk"}) {
      assertThat(visit.get(page).page().select("form[action=/certificates] input[name=open]")).as(page).hasSize(1);
    }
    Visit.Answer pressed = visit.post("/certificates", "kind", "hours", "open", "true");
    assertThat(pressed.status()).isEqualTo(303);
    Visit.Answer paper = visit.get(pressed.leadsTo());
    assertThat(paper.header("Content-Type")).contains("application/pdf");
    assertThat(paper.header("Cache-Control").orElse("")).contains("no-store");
    assertThat(paper.body()).startsWith("%PDF-1.");
    assertThat(visit.post("/certificates", "kind", "hours", "open", "true").leadsTo()).isEqualTo(pressed.leadsTo());
  }

  @Test
  void whoHasNoHoursIsToldSoAndSeesNoButton() {
    Visit karim = Visit.as(port, Someone.karim().volunteer());
    assertThat(karim.get("/hours").body()).doesNotContain("name=\"open\"");
    assertThat(karim.post("/certificates", "kind", "hours", "open", "true").leadsTo()).isEqualTo("/certificates");
    assertThat(karim.get("/certificates").body()).contains("لا توجد ساعات مؤكدة بعد");
  }

  @Test
  void aFormThatIsWrongKeepsWhatWasTyped() {
    Visit.Answer wrong = visit.post("/certificates", "kind", "book", "scope", "", "from", "2026-05-01", "to", "2026-04-01", "language", "fr");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select("#to-problem")).isNotEmpty();
    assertThat(wrong.page().selectFirst("#from").val()).isEqualTo("2026-05-01");
    assertThat(visit.post("/certificates", "kind", "hours", "scope", "", "from", "2020-01-01", "to", "2020-12-31").page().select("#scope-problem")).isNotEmpty();
    for (String nonsense : new String[] {"organization-0", "campaign-x", "'"}) assertThat(visit.post("/certificates", "kind", "hours", "scope", nonsense).status()).isEqualTo(422);
    assertThat(visit.post("/certificates", "kind", "list").status()).isEqualTo(422);
  }

  @Test
  void aBookOfOneCampaignInFrenchIsMadeAndListed() {
    assertThat(visit.get("/certificates/new").body()).contains("مليون شجرة").contains("تشجير غابة الزنادية");
    Visit.Answer made = visit.post("/certificates", "kind", "book", "scope", "campaign-" + scene.campaign, "language", "fr");
    assertThat(made.status()).isEqualTo(303);
    assertThat(visit.get(made.leadsTo()).body()).contains("مليون شجرة").contains(".pdf?in=fr");
    assertThat(visit.get("/certificates").body()).contains("مليون شجرة");
    assertThat(visit.get("/api/me/certificates").body()).contains("\"kind\":\"book\"").contains("\"A\":240");
  }

  @Test
  void anybodyChecksItAndReadsNoMoreThanIsNeeded() {
    CertificateNumber number = made();
    Visit stranger = new Visit(port);
    assertThat(stranger.get("/C/" + number).leadsTo()).isEqualTo("/certificates/check/" + number);
    Visit.Answer valid = stranger.get("/certificates/check/" + number.shown().toLowerCase());
    assertThat(valid.status()).isEqualTo(200);
    assertThat(valid.body()).contains("الشهادة سارية").contains("أمينة ب.").doesNotContain("بلقاسم");
    assertThat(stranger.get("/api/certificates/" + number).body()).contains("\"state\":\"valid\"").doesNotContain("بلقاسم");
    assertThat(stranger.get("/certificates/check?number=" + number.shown()).leadsTo()).isEqualTo("/certificates/check/" + number);
    assertThat(stranger.get("/certificates/check?number=hello").status()).isEqualTo(422);
    assertThat(stranger.get("/certificates/check/0000000000").status()).isEqualTo(404);
    assertThat(stranger.get("/certificates/check/0000000000").body()).contains("لا توجد شهادة بهذا الرقم");
    assertThat(stranger.get("/api/certificates/0000000000").status()).isEqualTo(404);
  }

  @Test
  void ofAMinorOnlyInitialsAreShown() {
    AccountId minor = Someone.amina().bornIn(LocalDate.now().getYear() - 15).volunteer();
    scene.hours(minor, MARCH, 120, Grade.B, scene.opportunity);
    Certificate made = ((Issued.Done) certificates.issue(minor, Asked.EVERYTHING, minor)).certificate();
    assertThat(new Visit(port).get("/certificates/check/" + made.number()).body()).contains("أ. ب.").doesNotContain("أمينة");
  }

  @Test
  void theCheckSaysWhatWasTakenBackAndWhatWasWithdrawn() {
    ClaimId second = scene.hours(amina, MARCH.plusDays(1), 60, Grade.B, scene.opportunity);
    CertificateNumber number = made();
    Visit stranger = new Visit(port).reading("fr");
    ledger.reverse(scene.organization, second, scene.owner, "erreur");
    assertThat(stranger.get("/certificates/check/" + number).body()).contains("Exacte le jour de son établissement").contains("4 h");
    assertThat(visit.get("/certificates/" + number + ".pdf").status()).as("still printed, with a warning").isEqualTo(200);
    ledger.reverse(scene.organization, claim, scene.owner, "erreur");
    assertThat(stranger.get("/certificates/check/" + number).body()).contains("Plus aucune de ses heures");
    assertThat(visit.get("/certificates/" + number + ".pdf").status()).isEqualTo(404);
    scene.hours(amina, MARCH.plusDays(3), 60, Grade.B, scene.opportunity);
    CertificateNumber other = made();
    visit.post("/certificates/" + other + "/withdrawal", "_yes", "1");
    visit.post("/certificates/" + other + "/withdrawal");
    assertThat(certificates.find(other).orElseThrow().withdrawnAt()).isNotNull();
    assertThat(stranger.get("/certificates/check/" + other).body()).contains("Retirée par son titulaire");
  }

  @Test
  void somebodyElsesIsNotThere() {
    CertificateNumber number = made();
    Visit karim = Visit.as(port, Someone.karim().volunteer());
    for (String path : new String[] {"/certificates/" + number, "/certificates/" + number + ".pdf"}) assertThat(karim.get(path).status()).isEqualTo(404);
    assertThat(karim.post("/certificates/" + number + "/withdrawal").status()).isEqualTo(404);
    assertThat(new Visit(port).get("/certificates/" + number).status()).isEqualTo(303);
  }

  @Test
  void whoLeftIsNamedNoMore() {
    CertificateNumber number = made();
    accounts.close(amina);
    assertThat(new Visit(port).get("/certificates/check/" + number).body()).contains("أغلق صاحبها حسابه").doesNotContain("أمينة").contains("الشهادة سارية");
  }

  private CertificateNumber made() {
    return ((Issued.Done) certificates.issue(amina, Asked.EVERYTHING, amina)).certificate().number();
  }
}
