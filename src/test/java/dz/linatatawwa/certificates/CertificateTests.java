package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.credentials.CredentialView;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.hours.ClaimId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.hours.HourLedger;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.WorldTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorldTest
class CertificateTests {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired CertificateTable table;
  @Autowired CountedLines lines;
  @Autowired CertificateSeal seal;
  @Autowired HourLedger ledger;
  @Autowired Accounts accounts;
  @Autowired Credentials credentials;
  @Autowired TransactionTemplate transaction;
  Scene scene;
  AccountId amina;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    amina = scene.amina();
  }

  @AfterEach
  void theLedgerIsRight() {
    assertThat(ledger.verify()).isEmpty();
  }

  @Test
  void itSaysWhatStandsByGradeAndTheFirstAndLastDay() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    scene.hours(amina, MARCH.plusDays(7), 90, Grade.C, scene.other);
    scene.hours(amina, MARCH.minusDays(30), 60, Grade.E, scene.other);
    Certificate made = issued(Asked.EVERYTHING);
    assertThat(made.minutes().each()).containsExactly(240L, 0L, 90L, 0L, 60L);
    assertThat(made.minutes().counted()).isEqualTo(330);
    assertThat(made.first()).isEqualTo(MARCH.minusDays(30));
    assertThat(made.last()).isEqualTo(MARCH.plusDays(7));
    assertThat(made.state()).isEqualTo(Certificate.State.VALID);
    assertThat(made.name()).isEqualTo("أمينة بلقاسم");
  }

  @Test
  void theSameFactsHaveTheSameNumberAndOthersAnother() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    CertificateNumber number = issued(Asked.EVERYTHING).number();
    assertThat(certificates.issue(amina, Asked.EVERYTHING, scene.owner)).isInstanceOfSatisfying(Issued.Done.class, again -> {
      assertThat(again.anew()).isFalse();
      assertThat(again.certificate().number()).isEqualTo(number);
    });
    scene.hours(amina, MARCH.plusDays(1), 60, Grade.B, scene.opportunity);
    assertThat(issued(Asked.EVERYTHING).number()).isNotEqualTo(number);
  }

  @Test
  void aScopeAndAPeriodNarrowIt() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    scene.hours(amina, MARCH.plusYears(-1), 100, Grade.A, scene.opportunity);
    scene.hours(amina, MARCH.plusDays(1), 60, Grade.B, scene.other);
    assertThat(counted(new Scope(scene.organization, null, scene.opportunity), Span.ALWAYS)).isEqualTo(340);
    assertThat(counted(new Scope(null, scene.campaign, null), Span.year(2026))).isEqualTo(240);
    assertThat(counted(Scope.with(scene.organization), Span.year(2025))).isEqualTo(100);
    assertThat(certificates.issue(amina, new Asked(Kind.HOURS, Scope.ALL, Span.year(2020)), amina)).isInstanceOf(Issued.NoHours.class);
    assertThat(issued(new Asked(Kind.BOOK, Scope.ALL, Span.year(2020))).minutes()).isEqualTo(Graded.NONE);
  }

  @Test
  void hoursTakenBackLaterAreSaidAndNothingLeftIsRevoked() {
    ClaimId first = scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    ClaimId second = scene.hours(amina, MARCH.plusDays(1), 60, Grade.B, scene.opportunity);
    CertificateNumber number = issued(Asked.EVERYTHING).number();
    ledger.reverse(scene.organization, second, scene.owner, "خطأ في التوقيت");
    Certificate changed = certificates.find(number).orElseThrow();
    assertThat(changed.state()).isEqualTo(Certificate.State.CHANGED);
    assertThat(changed.minutes().all()).as("what it says stays").isEqualTo(300);
    assertThat(changed.standing().each()).containsExactly(240L, 0L, 0L, 0L, 0L);
    assertThat(notices(amina, "certificate-changed")).isEqualTo(1);
    ledger.reverse(scene.organization, first, scene.owner, "خطأ");
    assertThat(certificates.find(number).orElseThrow().state()).isEqualTo(Certificate.State.REVOKED);
  }

  @Test
  void aReversalAtTheSameMomentIsNeverMissed() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 12; round++) {
        AccountId person = scene.amina();
        ClaimId claim = scene.hours(person, MARCH, 240, Grade.A, scene.opportunity);
        List<Callable<Object>> both = List.of(() -> certificates.issue(person, Asked.EVERYTHING, person),
            () -> ledger.reverse(scene.organization, claim, scene.owner, "خطأ"));
        for (Future<Object> one : threads.invokeAll(round % 2 == 0 ? both : both.reversed())) one.get();
        assertThat(certificates.of(person, 1).rows()).allSatisfy(made -> assertThat(made.state()).isEqualTo(Certificate.State.REVOKED));
      }
    }
  }

  @Test
  void askedForByManyAtOnceItIsMadeOnce() throws Exception {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<CertificateNumber>> asks = new ArrayList<>();
      for (int i = 0; i < 16; i++) asks.add(() -> issued(Asked.EVERYTHING).number());
      Set<CertificateNumber> numbers = new HashSet<>();
      for (Future<CertificateNumber> one : threads.invokeAll(asks)) numbers.add(one.get());
      assertThat(numbers).hasSize(1);
    }
  }

  @Test
  void itsOwnerWithdrawsItAndMayHaveAnother() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    Certificate made = issued(Asked.EVERYTHING);
    AccountId stranger = scene.amina();
    assertThatThrownBy(() -> certificates.withdraw(stranger, made.number())).isInstanceOf(NotFound.class);
    assertThat(certificates.withdraw(amina, made.number())).isTrue();
    assertThat(certificates.withdraw(amina, made.number())).isFalse();
    assertThat(certificates.find(made.number()).orElseThrow().state()).isEqualTo(Certificate.State.REVOKED);
    assertThat(issued(Asked.EVERYTHING).number()).isNotEqualTo(made.number());
  }

  @Test
  void everyPaperOfOnePersonIsACredentialTooUntilItsHoursAreTakenBack() {
    ClaimId claim = scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    scene.hours(amina, MARCH.plusDays(3), 30, Grade.D, scene.opportunity);
    Certificate page = issued(Asked.EVERYTHING);
    issued(Asked.EVERYTHING);
    CredentialView credential = credentialOf(page);
    assertThat(credential.minutes()).as("only what counts").isEqualTo(240);
    assertThat(credential.revokedAt()).isNull();
    assertThat(credentials.of(amina, 1).rows().stream().filter(one -> one.kind().equals("hours"))).as("asked twice, issued once").hasSize(1);
    ledger.reverse(scene.organization, claim, scene.owner, "خطأ");
    assertThat(credentialOf(page).revokedAt()).isNotNull();
  }

  @Test
  void whoTakesAPaperBackTakesItsCredentialBack() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    Certificate made = issued(Asked.EVERYTHING);
    certificates.withdraw(amina, made.number());
    assertThat(credentialOf(made).revokedAt()).isNotNull();
    assertThat(credentialOf(issued(Asked.EVERYTHING)).revokedAt()).isNull();
  }

  private CredentialView credentialOf(Certificate certificate) {
    return credentials.ofSource(CertificateCredentials.source(certificate)).orElseThrow();
  }

  @Test
  void aListIsSealedInItsOrderAndChangesWithItsHours() {
    AccountId karim = Someone.karim().volunteer();
    AccountId idle = Someone.amina().named("سليم بلا ساعات").volunteer();
    ClaimId claim = scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    scene.hours(karim, MARCH, 120, Grade.B, scene.opportunity);
    scene.hours(karim, MARCH.plusDays(1), 45, Grade.E, scene.opportunity);
    Sealing asked = new Sealing(new LocalName("السنة الثانية · جامعة سطيف 1", "L2 · Université Sétif 1", null), Scope.ALL, Span.year(2026), Grade.COUNTED,
        List.of(karim, idle, amina), scene.owner);
    Certificate list = certificates.sealed(asked);
    assertThat(list.people()).isEqualTo(3);
    assertThat(list.minutes().all()).isEqualTo(360);
    assertThat(certificates.listed(list)).extracting(one -> one.name() + " " + one.minutes().all()).containsExactly("كريم والي 120", "سليم بلا ساعات 0", "أمينة بلقاسم 240");
    assertThat(certificates.sealed(asked).number()).isEqualTo(list.number());
    ledger.reverse(scene.organization, claim, scene.owner, "خطأ");
    assertThat(certificates.find(list.number()).orElseThrow().state()).isEqualTo(Certificate.State.CHANGED);
  }

  @Test
  void whoLeavesTakesTheNameAlongAndTheNumberStays() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    Certificate made = issued(Asked.EVERYTHING);
    Certificate list = certificates.sealed(new Sealing(new LocalName("قائمة", null, null), Scope.ALL, Span.ALWAYS, Grade.COUNTED, List.of(amina), scene.owner));
    accounts.close(amina);
    Certificate kept = certificates.find(made.number()).orElseThrow();
    assertThat(kept.name()).isNull();
    assertThat(kept.printable()).isFalse();
    assertThat(kept.state()).isEqualTo(Certificate.State.VALID);
    assertThat(table.code(kept.id())).isEmpty();
    assertThat(certificates.listed(list)).allSatisfy(one -> assertThat(one.name()).isNull());
  }

  @Test
  void aCodeIsReadWithItsAddressAloneOrByItselfAndNotWhenAnythingIsChanged() {
    scene.hours(amina, MARCH, 240, Grade.A, scene.opportunity);
    Certificate made = issued(new Asked(Kind.HOURS, Scope.with(scene.organization), Span.ALWAYS));
    String address = CertificateSeal.address("https://example.dz", made.number(), table.code(made.id()).orElseThrow());
    assertThat(address).startsWith("HTTPS://EXAMPLE.DZ/C/" + made.number() + "#");
    String text = address.substring(address.indexOf('#') + 1);
    for (String written : new String[] {address, text, "LC1:" + text, " " + text.toLowerCase() + "\n"}) {
      SealedFacts facts = seal.read(written).orElseThrow();
      assertThat(facts.number()).isEqualTo(made.number());
      assertThat(facts.name()).isEqualTo("أمينة بلقاسم");
      assertThat(facts.minutes()).isEqualTo(made.minutes());
      assertThat(facts.day()).isEqualTo(made.day());
      assertThat(facts.subject()).startsWith("جمعية الأرز");
    }
    for (int at = 0; at < text.length(); at += 7) {
      char other = text.charAt(at) == '0' ? '1' : '0';
      assertThat(seal.read(text.substring(0, at) + other + text.substring(at + 1))).as("sign " + at).isEmpty();
    }
    assertThat(seal.read("")).isEmpty();
    assertThat(seal.read(made.number().value())).isEmpty();
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    CertificateNumber number = new CertificateNumber("7K3M09XA1P");
    for (String typed : new String[] {"7K3M0-9XA1P", " 7k3m0 9xa1p ", "7k3mo–9xaIp", "٧K3M0-٩XALP"}) assertThat(CertificateNumber.of(typed)).contains(number);
    assertThat(CertificateNumber.of("7K3M0-9XA1")).isEmpty();
    assertThat(CertificateNumber.of("' or 1=1 --")).isEmpty();
  }

  @Test
  void strangersToTheHoursHaveNone() {
    assertThatThrownBy(() -> certificates.issue(SignIn.account("ليس متطوعا"), Asked.EVERYTHING, null)).isInstanceOf(NotFound.class);
  }

  private long counted(Scope scope, Span span) {
    return issued(new Asked(Kind.HOURS, scope, span)).minutes().counted();
  }

  private Certificate issued(Asked asked) {
    return ((Issued.Done) certificates.issue(amina, asked, amina)).certificate();
  }

  private int notices(AccountId of, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :of and kind = :kind").param("of", of.value()).param("kind", kind).query(Integer.class).single();
  }
}
