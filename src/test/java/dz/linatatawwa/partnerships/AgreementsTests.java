package dz.linatatawwa.partnerships;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.supervision.Decision;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@WorldTest
@RecordApplicationEvents
class AgreementsTests {

  private static final byte[] PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << >>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final Pattern LINK = Pattern.compile("/(?:agreements/signing|partners/invitations)/([0-9a-f-]{36})");

  @Autowired Partners partners;
  @Autowired Agreements agreements;
  @Autowired Signing signing;
  @Autowired AgreementEndings endings;
  @Autowired Matters matters;
  @Autowired JdbcClient db;
  @Autowired ApplicationEvents told;
  @LocalServerPort int port;

  @AfterEach
  void now() {
    TestClock.one().back();
  }

  @Test
  void fromANewPartnerToAnAgreementThatEverybodyHasSigned() {
    AccountId supervisor = supervisor("19");
    Visit desk = Visit.as(port, supervisor);
    assertThat(desk.post("/supervision/partners", "kind", "university", "nameAr", "", "wilaya", "16").status()).as("not filled, and not their wilaya").isEqualTo(422);
    Visit.Answer made = desk.post("/supervision/partners", "kind", "university", "nameAr", "جامعة السهوب العليا التجريبية", "nameFr", "Université fictive", "wilaya", "19");
    assertThat(made.status()).as(made.page().select(".error-summary").text()).isEqualTo(303);
    PartnerId id = new PartnerId(Long.parseLong(made.leadsTo().split("/")[2]));
    assertThat(new Visit(port).get("/partners/" + id).status()).as("not public before an agreement").isEqualTo(404);
    Visit.Answer drafted = desk.postFile("/partners/" + id + "/agreements", "annexes", "annexe.pdf", "application/pdf", PDF, text());
    assertThat(drafted.status()).as(drafted.page().select(".error-summary").text()).isEqualTo(303);
    String agreement = drafted.leadsTo();
    assertThat(desk.post(agreement + "/signatories", "side", id.toString(), "name", "سليم رحماني", "capacity", "مدير الجامعة", "contact", "rector@example.dz").status()).isEqualTo(303);
    assertThat(desk.post(agreement + "/signing").leadsTo()).startsWith(agreement);
    assertThat(agreements.find(number(agreement)).orElseThrow().state()).as("the platform's side has nobody").isEqualTo(AgreementState.DRAFT);
    desk.post(agreement + "/signatories", "side", "other", "name", "نورة بن علي", "capacity", "المنصة", "contact", "nora@example.dz");
    assertThat(desk.post(agreement + "/signing").status()).isEqualTo(303);
    assertThat(agreements.find(number(agreement)).orElseThrow().state()).isEqualTo(AgreementState.SIGNING);

    sign(token("rector@example.dz"), "rector@example.dz");
    assertThat(agreements.find(number(agreement)).orElseThrow().state()).isEqualTo(AgreementState.SIGNING);
    sign(token("nora@example.dz"), "nora@example.dz");
    assertThat(agreements.find(number(agreement)).orElseThrow().state()).isEqualTo(AgreementState.ACTIVE);
    assertThat(partners.covering(id, Promise.RECOGNITION)).isPresent();
    assertThat(new Visit(port).get("/partners/" + id).status()).isEqualTo(200);
    assertThat(new Visit(port).get("/partners?q=السهوب&kind=university&wilaya=19").page().select(".card-title").eachText()).contains("جامعة السهوب العليا التجريبية");
    assertThat(new Visit(port).get("/partners?kind=commune&q=السهوب").page().select(".empty")).hasSize(1);
    assertThat(desk.get(agreement + "/paper.pdf?in=ar").status()).isEqualTo(200);
    assertThat(desk.get(agreement + "/paper.pdf?in=fr").header("Content-Type")).contains("application/pdf");
    Document page = desk.get(agreement).page();
    assertThat(page.select(".supervision-history li").size()).isGreaterThanOrEqualTo(5);
    String annex = page.select("a[href^=/files/]").attr("href");
    assertThat(desk.get(annex).status()).isEqualTo(200);
    assertThat(Visit.as(port, SignIn.account("Stranger")).get(annex).status()).isEqualTo(404);
  }

  @Test
  void ofTwoSignatoriesAtOnceExactlyOneCompletesTheAgreement() throws Exception {
    for (int round = 0; round < 5; round++) {
      AgreementId id = inSigning("a" + round + "@example.dz", "b" + round + "@example.dz");
      AgreementVersion text = agreements.text(agreements.find(id).orElseThrow());
      List<Callable<Signed>> both = List.of(signs("a" + round + "@example.dz", text), signs("b" + round + "@example.dz", text));
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        long whole = 0;
        for (Future<Signed> one : two.invokeAll(both)) if (one.get() instanceof Signed.Done done && done.whole()) whole++;
        assertThat(whole).isEqualTo(1);
      }
      assertThat(agreements.find(id).orElseThrow().state()).isEqualTo(AgreementState.ACTIVE);
    }
  }

  @Test
  void aTextThatChangesWhileSomebodySignsIsNotSignedUnseenAndIsSignedAnewByAll() throws Exception {
    AgreementId id = inSigning("first@example.dz", "second@example.dz");
    AgreementVersion shown = agreements.text(agreements.find(id).orElseThrow());
    assertThat(signs("first@example.dz", shown).call()).isEqualTo(new Signed.Done(false));
    AgreementText other = new AgreementText(shown.text().titleAr(), shown.text().titleFr(), shown.text().textAr() + " بند جديد", shown.text().textFr(),
        shown.text().from(), shown.text().to(), shown.text().promises(), List.of());
    Callable<Signed> late = signs("second@example.dz", shown);
    AccountId by = supervisor("19");
    assertThat(agreements.mend(by, id, other)).isTrue();
    assertThat(late.call()).isInstanceOf(Signed.Changed.class);
    assertThat(agreements.signatories(id)).allMatch(one -> one.signedAt() == null);
    assertThat(signing.send(by, id, Language.AR, "http://localhost")).isEmpty();
    AgreementVersion next = agreements.text(agreements.find(id).orElseThrow());
    assertThat(next.number()).isEqualTo(2);
    assertThat(signs("second@example.dz", next).call()).isEqualTo(new Signed.Done(false));
    assertThat(signs("first@example.dz", next).call()).isEqualTo(new Signed.Done(true));
    assertThat(agreements.mend(by, id, shown.text())).as("signed by everybody: its text stays").isFalse();
    assertThat(db.sql("select count(*) from partnerships.signature where agreement_id = :id").param("id", id.value()).query(Long.class).single()).isEqualTo(3);
  }

  @Test
  void aLinkSignsForItsOwnContactOnlyAndEndsInTime() {
    AgreementId id = inSigning("own@example.dz", "other@example.dz");
    AgreementVersion text = agreements.text(agreements.find(id).orElseThrow());
    UUID link = token("own@example.dz");
    assertThat(signing.sign(link, 1, text.hash(), Contact.of("other@example.dz"))).isInstanceOf(Signed.NotTheirs.class);
    assertThat(new Visit(port).get("/agreements/signing/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(new Visit(port).get("/agreements/signing/" + link).status()).isEqualTo(200);
    TestClock.one().goAhead(Signing.LINK_LIVES.plusMinutes(1));
    assertThat(new Visit(port).get("/agreements/signing/" + link).status()).isEqualTo(404);
  }

  @Test
  void theEndIsRemindedOfAskedOnceAndTold() {
    PartnerId id = PartnerScene.partner("مديرية التجربة للتكوين", PartnerKind.DIRECTORATE);
    AccountId owner = PartnerScene.person(id, PartnerRole.OWNER);
    AccountId supervisor = supervisor("19");
    LocalDate today = partners.today();
    AgreementId agreement = PartnerScene.agreement(id, today.minusDays(300), today.plusDays(40), Map.of(Promise.TRAINING_PLACES, Optional.of(30)));
    endings.run();
    endings.run();
    assertThat(notices(owner, "agreement-ends")).isEqualTo(1);
    assertThat(Visit.as(port, owner).get("/partners/" + id + "/desk").page().select("#urgent")).hasSize(1);
    assertThat(Visit.as(port, supervisor).get("/supervision/partners").page().select("#ending")).hasSize(1);
    var matter = matters.waiting(Agreements.RENEWAL, agreement.value()).orElseThrow();
    assertThat(Visit.as(port, supervisor).get("/supervision/" + matter.id().value()).status()).isEqualTo(200);
    matters.decide(supervisor, matter.id(), new Decision("renew", null, null));
    Agreement next = agreements.of(id).getFirst();
    assertThat(next.state()).isEqualTo(AgreementState.DRAFT);
    assertThat(next.from()).isEqualTo(today.plusDays(41));
    assertThat(next.renews()).isEqualTo(agreement);
    TestClock.one().goAhead(Duration.ofDays(42));
    endings.run();
    endings.run();
    assertThat(told.stream(AgreementEnded.class).filter(one -> one.agreement().equals(agreement))).hasSize(1);
    assertThat(agreements.find(agreement).orElseThrow().state()).isEqualTo(AgreementState.EXPIRED);
    assertThat(partners.covering(id, Promise.TRAINING_PLACES)).isEmpty();
  }

  @Test
  void aTerminationHoldsFromItsDayAndSaysWhy() {
    PartnerId id = PartnerScene.partner("مؤسسة الفسخ التجريبية", PartnerKind.COMPANY);
    AccountId owner = PartnerScene.person(id, PartnerRole.OWNER);
    AccountId manager = PartnerScene.person(id, PartnerRole.MANAGER);
    LocalDate today = partners.today();
    AgreementId agreement = PartnerScene.agreement(id, today.minusDays(30), today.plusDays(300), Map.of(Promise.BENEFITS, Optional.of(10)));
    String path = "/agreements/" + agreement + "/termination";
    assertThat(Visit.as(port, manager).post(path, "from", today.toString(), "reason", "لم نعد نقدر على الوفاء").status()).isEqualTo(404);
    assertThat(Visit.as(port, owner).post(path, "from", today.minusDays(1).toString(), "reason", "لم نعد نقدر على الوفاء").status()).isEqualTo(422);
    assertThat(Visit.as(port, owner).post(path, "from", today.toString(), "reason", "قصير").status()).isEqualTo(422);
    assertThat(Visit.as(port, owner).post(path, "from", today.toString(), "reason", "لم نعد نقدر على الوفاء").status()).isEqualTo(303);
    assertThat(partners.covering(id, Promise.BENEFITS)).isEmpty();
    assertThat(db.sql("select ended_at is not null from partnerships.agreement where id = :id").param("id", agreement.value()).query(Boolean.class).single()).as("told").isTrue();
    assertThat(notices(manager, "agreement-ended")).isEqualTo(1);
    assertThat(agreements.find(agreement).orElseThrow().state()).isEqualTo(AgreementState.TERMINATED);
  }

  @Test
  void toStrangersCountersAndOtherWilayasThereIsNothing() {
    PartnerId id = PartnerScene.partner("بلدية الحقوق التجريبية", PartnerKind.COMMUNE);
    LocalDate today = partners.today();
    AgreementId agreement = PartnerScene.agreement(id, today, today.plusDays(300), Map.of(Promise.BENEFITS, Optional.empty()));
    AccountId owner = PartnerScene.person(id, PartnerRole.OWNER);
    AccountId manager = PartnerScene.person(id, PartnerRole.MANAGER);
    AccountId counter = PartnerScene.person(id, PartnerRole.COUNTER);
    AccountId stranger = SignIn.account("Stranger");
    AccountId elsewhere = supervisor("31");
    String desk = "/partners/" + id + "/desk";
    for (AccountId reader : List.of(owner, manager)) {
      for (String page : List.of(desk + "/agreements", desk + "/people", "/agreements/" + agreement)) assertThat(Visit.as(port, reader).get(page).status()).as(page).isEqualTo(200);
    }
    for (AccountId other : List.of(counter, stranger, elsewhere)) {
      for (String page : List.of(desk + "/agreements", desk + "/people", "/agreements/" + agreement, "/agreements/" + agreement + "/paper.pdf", "/partners/" + id + "/oversight")) {
        assertThat(Visit.as(port, other).get(page).status()).as(page).isEqualTo(404);
      }
    }
    for (AccountId other : List.of(owner, manager, counter, stranger, elsewhere)) {
      Visit visit = Visit.as(port, other);
      for (String deed : List.of("/signing", "/renewal", "/removal", "/text")) assertThat(visit.post("/agreements/" + agreement + deed).status()).as(deed).isEqualTo(404);
      assertThat(visit.post("/partners/" + id + "/agreements", text()).status()).isEqualTo(404);
    }
    for (AccountId other : List.of(manager, counter, stranger)) {
      assertThat(Visit.as(port, other).post(desk + "/invitations", "contact", "x@example.dz", "role", "owner").status()).isEqualTo(404);
      assertThat(Visit.as(port, other).post(desk + "/people/" + owner + "/end").status()).isEqualTo(404);
    }
    assertThat(Visit.as(port, stranger).get("/supervision/partners").status()).isEqualTo(404);
    assertThat(Visit.as(port, supervisor("19")).get("/partners/" + id + "/oversight").status()).isEqualTo(200);
    assertThat(Visit.as(port, SignIn.administrator("Chief")).get("/partners/" + id + "/oversight").status()).isEqualTo(200);
    assertThat(Visit.as(port, owner).post(desk + "/people/" + owner + "/end").status()).as("the last owner").isEqualTo(422);
  }

  @Test
  void theFirstOwnerComesByALinkThatOpensForTheirContactAlone() {
    PartnerId id = PartnerScene.partner("مؤسسة الدعوة التجريبية", PartnerKind.COMPANY);
    AccountId invited = SignIn.account("Invited");
    String email = db.sql("select email from accounts.account where id = :id").param("id", invited.value()).query(String.class).single();
    assertThat(Visit.as(port, supervisor("19")).post("/partners/" + id + "/oversight/invitations", "contact", email, "role", "owner").status()).isEqualTo(303);
    String link = "/partners/invitations/" + token(email);
    Visit other = Visit.as(port, SignIn.account("Other"));
    assertThat(other.get(link).page().select("form[action$=/acceptance]")).isEmpty();
    assertThat(other.post(link + "/acceptance").status()).isEqualTo(404);
    assertThat(Visit.as(port, invited).post(link + "/acceptance").leadsTo()).isEqualTo("/partners/" + id + "/desk");
    assertThat(partners.role(invited, id)).contains(PartnerRole.OWNER);
    assertThat(Visit.as(port, invited).get(link).status()).isEqualTo(404);
    assertThat(Visit.as(port, invited).get("/desk").body()).contains("مؤسسة الدعوة التجريبية");
  }

  private String[] text() {
    LocalDate today = partners.today();
    return new String[] {"titleAr", "اتفاقية شراكة في التطوع", "titleFr", "Convention de partenariat", "textAr", "يتفق الطرفان على تشجيع العمل التطوعي للطلبة.",
        "textFr", "Les parties conviennent d'encourager le bénévolat des étudiants.", "from", today.toString(), "to", today.plusYears(1).minusDays(1).toString(),
        "promise", "recognition", "promise", "training-places", "quota-training-places", "٥٠"};
  }

  private AgreementId inSigning(String one, String other) {
    AccountId by = supervisor("19");
    PartnerId id = PartnerScene.partner("شريك التوقيع " + one, PartnerKind.OTHER);
    LocalDate today = partners.today();
    AgreementId agreement = agreements.draft(by, id, List.of(), null, new AgreementText("اتفاقية للتوقيع", "Convention à signer", "نص طويل بما يكفي للتوقيع عليه",
        "Un texte assez long pour être signé", today, today.plusYears(1), Map.of(Promise.BENEFITS, Optional.of(5)), List.of()));
    assertThat(signing.add(by, agreement, id, "الأول", "مدير", Contact.of(one))).isEmpty();
    assertThat(signing.add(by, agreement, null, "الثاني", "منسق", Contact.of(other))).isEmpty();
    assertThat(signing.send(by, agreement, Language.AR, "http://localhost")).isEmpty();
    return agreement;
  }

  private Callable<Signed> signs(String contact, AgreementVersion text) {
    UUID link = token(contact);
    return () -> signing.sign(link, text.number(), text.hash(), Contact.of(contact));
  }

  private void sign(UUID link, String contact) {
    Visit visit = new Visit(port);
    String here = "/agreements/signing/" + link;
    assertThat(visit.get(here).status()).isEqualTo(200);
    assertThat(visit.post(here + "/code").status()).isEqualTo(303);
    Document page = visit.get(here).page();
    String version = page.select("input[name=version]").val();
    String hash = page.select("input[name=hash]").val();
    assertThat(visit.post(here + "/signature", "version", version, "hash", hash, "code", "000000").status()).as("not ticked").isEqualTo(422);
    assertThat(visit.post(here + "/signature", "version", version, "hash", hash, "read", "true", "code", SignIn.code(contact)).status()).isEqualTo(303);
    assertThat(visit.get(here).page().select(".notice-success")).isNotEmpty();
  }

  private UUID token(String contact) {
    String body = db.sql("""
        select n.body from notices.delivery d join notices.notice n on n.id = d.notice_id
        where d.address = :contact and n.kind in ('agreement-signing', 'partner-invitation') order by d.id desc limit 1
        """).param("contact", contact).query(String.class).single();
    Matcher link = LINK.matcher(body);
    assertThat(link.find()).isTrue();
    return UUID.fromString(link.group(1));
  }

  private long notices(AccountId person, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind = :kind").param("person", person.value()).param("kind", kind)
        .query(Long.class).single();
  }

  private AccountId supervisor(String wilaya) {
    AccountId person = SignIn.account("Supervisor of " + wilaya);
    Office.give(person, wilaya);
    return person;
  }

  private static AgreementId number(String path) {
    return new AgreementId(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
  }
}
