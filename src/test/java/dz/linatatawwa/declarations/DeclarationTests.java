package dz.linatatawwa.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.supervision.Decided;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorldTest
class DeclarationTests {

  private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final String DAY = LocalDate.now().minusDays(20).toString();
  private static int witnesses;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired HourLedger ledger;
  @Autowired Matters matters;
  AccountId amina;
  Visit visit;

  @BeforeEach
  void somebodyHelped() {
    amina = Someone.amina().livingIn("1901").volunteer();
    visit = Visit.as(port, amina);
  }

  @AfterEach
  void theLedgerIsRight() {
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void aWitnessAffirmsByAPersonalLinkAndSeesOnlyWhatIsNeeded() {
    String page = declared("witness", "كريم", "contact", contact());
    assertThat(lines()).isEmpty();
    String link = link();
    Visit witness = new Visit(port);
    String shown = witness.get(link).body();
    assertThat(shown).contains("قفة رمضان").doesNotContain("عائلات الحي").doesNotContain("person").doesNotContain("/files/");
    witness.post(link + "/answer", "answer", "affirmed");
    assertThat(lines()).containsExactly("240 E");
    assertThat(visit.get(page).body()).contains("/hours/claims/");
    assertThat(witness.post(link + "/answer", "answer", "denied").status()).isEqualTo(303);
    assertThat(lines()).as("said once").containsExactly("240 E");
    assertThat(new Visit(port).get("/declarations/witness/00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
  }

  @Test
  void aWitnessWhoDeniesEndsIt() {
    String page = declared("witness", "كريم", "contact", contact());
    new Visit(port).post(link() + "/answer", "answer", "denied");
    assertThat(lines()).isEmpty();
    assertThat(state(page)).isEqualTo("refused");
  }

  @Test
  void aDocumentStandsAsDeclaredAndASupervisorRaisesIt() {
    String page = documented();
    assertThat(lines()).containsExactly("240 E");
    assertThat(ledger.totals(amina).counted()).isZero();
    AccountId supervisor = supervisor("19");
    String file = visit.get(page).page().selectFirst("a[href^=/files/]").attr("href");
    assertThat(Visit.as(port, supervisor).get(file).status()).isEqualTo(200);
    assertThat(Visit.as(port, supervisor("16")).get(file).status()).as("another wilaya").isEqualTo(404);
    assertThat(Visit.as(port, SignIn.account("مار")).get(file).status()).isEqualTo(404);
    assertThat(decide(supervisor, page, "raised", null)).isInstanceOf(Decided.Done.class);
    assertThat(lines()).containsExactly("240 E", "-240 E", "240 D");
    assertThat(ledger.totals(amina).counted()).isZero();
    assertThat(ledger.totals(amina).declared()).isEqualTo(240);
    assertThat(visit.post(page + "/withdrawal").status()).isEqualTo(303);
    assertThat(lines()).as("decided: no longer withdrawn").hasSize(3);
  }

  @Test
  void aDocumentThatDoesNotSufficeLeavesItAndAnUntrueOneTakesItBack() {
    String kept = documented();
    assertThat(decide(supervisor("19"), kept, "kept", null)).isInstanceOf(Decided.Done.class);
    assertThat(state(kept)).isEqualTo("declared");
    visit.postFile(kept + "/document", "document", "better.pdf", "application/pdf", PDF);
    assertThat(decide(supervisor("19"), kept, "refused", "because")).isInstanceOf(Decided.Unfit.class);
    assertThat(decide(supervisor("19"), kept, "refused", "untrue")).isInstanceOf(Decided.Done.class);
    assertThat(lines()).containsExactly("240 E", "-240 E");
    assertThat(state(kept)).isEqualTo("refused");
  }

  @Test
  void nobodyConcernedDecides() {
    String page = documented();
    Office.give(amina, "19");
    assertThat(decide(amina, page, "raised", null)).isInstanceOf(Decided.Partial.class);
    assertThat(lines()).containsExactly("240 E");
  }

  @Test
  void itIsChangedAndWithdrawnWhileNobodyHasDecided() {
    String page = documented();
    List<String> fields = fields("to", "11:00");
    assertThat(visit.post(page, fields.toArray(String[]::new)).status()).isEqualTo(303);
    assertThat(lines()).containsExactly("240 E", "-240 E", "180 E");
    visit.post(page + "/withdrawal");
    assertThat(lines()).containsExactly("240 E", "-240 E", "180 E", "-180 E");
    assertThat(state(page)).isEqualTo("withdrawn");
    assertThat(matters.waiting("declaration-document", id(page))).isEmpty();
  }

  @Test
  void nobodyIsInTwoPlacesNotEvenTwiceInTheirOwnDeclarations() {
    documented();
    Visit.Answer again = visit.postFile("/declarations", "document", "x.pdf", "application/pdf", PDF, fields().toArray(String[]::new));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().select("#from-problem")).isNotEmpty();
    assertThat(again.page().selectFirst("#title").val()).isEqualTo("قفة رمضان");
  }

  @Test
  void theNamedOrganisationAffirmsOrDenies() {
    AccountId owner = SignIn.account("نادية");
    long organization = db.sql("""
        insert into organizations.organization (kind, name_ar, name_key, search_words, scope, wilaya_code, commune_code, state, verified_at)
        values ('association', 'جمعية الصفصاف', 'جمعيه الصفصاف', to_tsvector('simple', 'جمعيه الصفصاف'), 'wilaya', '19', '1901', 'verified', now()) returning id""")
        .query(Long.class).single();
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:organization, :account, 'owner')")
        .param("organization", organization).param("account", owner.value()).update();
    String page = declared("witness", "كريم", "contact", contact(), "organization", "جمعية الصفصاف");
    String desk = "/organizations/" + organization + "/desk/declarations";
    assertThat(visit.get(desk).status()).isEqualTo(404);
    assertThat(visit.post(desk + "/" + id(page) + "/answer", "answer", "affirmed").status()).isEqualTo(404);
    Visit office = Visit.as(port, owner);
    assertThat(office.get(desk).body()).contains("قفة رمضان");
    office.post(desk + "/" + id(page) + "/answer", "answer", "affirmed");
    assertThat(lines()).containsExactly("240 E");
    AccountId karim = Someone.karim().livingIn("1901").volunteer();
    amina = karim;
    visit = Visit.as(port, karim);
    List<String> named = fields("organization", "جمعية الصفصاف");
    String denied = visit.postFile("/declarations", "document", "x.pdf", "application/pdf", PDF, named.toArray(String[]::new)).leadsTo();
    office.post(desk + "/" + id(denied) + "/answer", "answer", "denied");
    assertThat(lines()).containsExactly("240 E", "-240 E");
    assertThat(state(denied)).isEqualTo("refused");
  }

  @Test
  void aDeclarationIsForeignToOthersAndABadFormKeepsWhatWasTyped() {
    String page = documented();
    Visit other = Visit.as(port, Someone.karim().volunteer());
    for (String path : List.of(page, page + "/edit")) assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(page + "/withdrawal").status()).isEqualTo(404);
    assertThat(other.post(page, fields().toArray(String[]::new)).status()).isEqualTo(404);
    Visit.Answer bad = visit.post("/declarations", fields("first", "someday", "title", "").toArray(String[]::new));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("#first-problem, #title-problem")).hasSize(2);
    assertThat(bad.page().selectFirst("#forWhom").val()).isEqualTo("عائلات الحي");
    assertThat(visit.get("/declarations").body()).contains("قفة رمضان");
    assertThat(visit.get("/hours").body()).contains("/declarations");
    assertThat(visit.get("/hours?source=declared").body()).contains("قفة رمضان");
  }

  private String documented() {
    Visit.Answer answer = visit.postFile("/declarations", "document", "certificate.pdf", "application/pdf", PDF, fields().toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.leadsTo();
  }

  private String declared(String... differing) {
    Visit.Answer answer = visit.post("/declarations", fields(differing).toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.leadsTo();
  }

  private static List<String> fields(String... differing) {
    var fields = new java.util.LinkedHashMap<String, String>();
    String[] usual = {"kind", "direct", "title", "قفة رمضان", "forWhom", "عائلات الحي", "first", DAY, "last", "", "from", "08:00", "to", "12:00",
        "activity", "ENV-01", "wilaya", "19", "commune", "1901", "organization", "", "reason", "", "witness", "", "contact", "", "free", "true"};
    for (int i = 0; i < usual.length; i += 2) fields.put(usual[i], usual[i + 1]);
    for (int i = 0; i < differing.length; i += 2) fields.put(differing[i], differing[i + 1]);
    List<String> flat = new ArrayList<>();
    fields.forEach((name, value) -> {
      flat.add(name);
      flat.add(value);
    });
    return flat;
  }

  private static String contact() {
    return "witness" + ++witnesses + "@example.dz";
  }

  private String link() {
    String body = db.sql("select body from notices.notice where kind = 'declaration-witness' order by id desc limit 1").query(String.class).single();
    Matcher link = Pattern.compile("/declarations/witness/[0-9a-f-]{36}").matcher(body);
    assertThat(link.find()).as(body).isTrue();
    return link.group();
  }

  private Decided decide(AccountId by, String page, String decision, String code) {
    return matters.decide(by, matters.waiting("declaration-document", id(page)).orElseThrow().id(), new Decision(decision, code, "كما تقول الوثيقة المقدمة"));
  }

  private AccountId supervisor(String wilaya) {
    AccountId account = SignIn.account("فريد");
    Office.give(account, wilaya);
    return account;
  }

  private static long id(String page) {
    return Long.parseLong(page.replaceAll("\\D", ""));
  }

  private String state(String page) {
    return db.sql("select state from declarations.declaration where id = :id").param("id", id(page)).query(String.class).single();
  }

  private List<String> lines() {
    return db.sql("select minutes || ' ' || grade from hours.entry where volunteer_id = :amina order by id").param("amina", amina.value()).query(String.class).list();
  }
}
