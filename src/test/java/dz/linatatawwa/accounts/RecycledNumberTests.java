package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.Visit.Answer;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operator gave Amina's number to somebody else: they get every code, and not her account. */
@WorldTest
class RecycledNumberTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(551_300_000);
  private static final String NAME = "أمينة بن صالح";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;
  @Autowired SecondStep second;
  @Autowired Sessions sessions;

  private String number;
  private String email;
  private AccountId amina;

  @BeforeEach
  void aNumberThatSleeps() {
    TestClock.one().back();
    db.sql("delete from accounts.allowance").update();
    number = "+213" + NUMBERS.addAndGet(100_000);
    email = "amina" + NUMBERS.get() + "@example.dz";
    amina = accounts.openOrFind(new Contact.Phone(number), NAME, Language.AR);
    db.sql("update accounts.account set email = :email where id = :id").param("email", email).param("id", amina.value()).update();
    sleepFor(200);
  }

  @Test
  void theCodeAloneOpensNothingAndShowsNothing() {
    Visit stranger = proved();
    Answer page = stranger.get("/sign-in/asleep");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain(NAME).doesNotContain(email).doesNotContain(email.substring(0, 5));
    assertThat(stranger.cookies()).doesNotContainKey(SignIn.COOKIE);
    assertThat(stranger.get("/desk").leadsTo()).startsWith("/sign-in");
    assertThat(sessionsOpened()).isZero();
  }

  @Test
  void neitherDoesJoiningWithTheSameProof() {
    Visit stranger = proved();
    stranger.get("/join/facts");
    Answer joined = stranger.post("/join/facts", "name", "سارق", "birthYear", "2000", "wilaya", "19", "commune", "1901");
    assertThat(stranger.cookies()).doesNotContainKey(SignIn.COOKIE);
    assertThat(joined.leadsTo()).startsWith("/join");
    assertThat(accounts.find(amina).orElseThrow().phone()).isEqualTo(number);
    assertThat(sessionsOpened()).isZero();
  }

  @Test
  void aNumberThatWasUsedLatelyOpensTheAccountAsBefore() {
    sleepFor(170);
    Visit owner = asked(number);
    assertThat(owner.post("/sign-in/code", "code", SignIn.code(number)).leadsTo()).isEqualTo("/desk");
    TestClock.one().goAhead(Duration.ofDays(100));
    db.sql("delete from accounts.allowance").update();
    Visit later = asked(number);
    assertThat(later.post("/sign-in/code", "code", SignIn.code(number)).leadsTo()).as("what was used in between stays awake").isEqualTo("/desk");
  }

  @Test
  void theOwnerComesInWithTheOtherContact() {
    Visit owner = proved();
    assertThat(owner.post("/sign-in/asleep/contact", "other", email, "to", "/hours").leadsTo()).isEqualTo("/sign-in/asleep/code?to=%2Fhours");
    assertThat(owner.post("/sign-in/asleep/code", "code", SignIn.code(email), "to", "/hours").leadsTo()).isEqualTo("/hours");
    assertThat(owner.get("/sessions").status()).isEqualTo(200);
    db.sql("delete from accounts.allowance").update();
    Visit again = asked(number);
    assertThat(again.post("/sign-in/code", "code", SignIn.code(number)).leadsTo()).as("awake again").isEqualTo("/desk");
  }

  @Test
  void aWrongOtherContactLooksTheSameAndNothingIsSent() {
    Visit stranger = proved();
    Answer asked = stranger.post("/sign-in/asleep/contact", "other", "guess@example.dz");
    assertThat(asked.leadsTo()).isEqualTo("/sign-in/asleep/code");
    String wrong = stranger.get("/sign-in/asleep/code").page().select("main").text();
    assertThat(letters("guess@example.dz")).isZero();
    Visit owner = proved();
    owner.post("/sign-in/asleep/contact", "other", email);
    assertThat(owner.get("/sign-in/asleep/code").page().select("main").text().replace(email, "")).isEqualTo(wrong.replace("guess@example.dz", ""));
    for (int i = 0; i < 8; i++) assertThat(stranger.post("/sign-in/asleep/code", "code", "%06d".formatted(i)).status()).isEqualTo(422);
    assertThat(stranger.cookies()).doesNotContainKey(SignIn.COOKIE);
  }

  @Test
  void theStrangersOwnContactsDoNotHelp() {
    String own = "stranger" + NUMBERS.get() + "@example.dz";
    accounts.openOrFind(new Contact.Email(own), "غريب", Language.AR);
    Visit stranger = proved();
    stranger.post("/sign-in/asleep/contact", "other", own);
    assertThat(letters(own)).isZero();
    db.sql("delete from accounts.allowance").update();
    assertThat(stranger.post("/sign-in/asleep/contact", "other", number).leadsTo()).as("nor the number itself a second time").isEqualTo("/sign-in/asleep/code");
    assertThat(stranger.cookies()).doesNotContainKey(SignIn.COOKIE);
    assertThat(sessionsOpened()).isZero();
  }

  @Test
  void aRecoveryCodeOpensOnceAndIsTheSecondStepToo() {
    String code = "ABCDE-FGHJK";
    db.sql("insert into accounts.authenticator (account_id, secret, made_at, confirmed_at) values (:id, 'x', now(), now())").param("id", amina.value()).update();
    db.sql("insert into accounts.recovery_code (account_id, code_hash) values (:id, :hash)").param("id", amina.value())
        .param("hash", Secrets.hash(amina.value() + " ABCDEFGHJK")).update();
    Visit wrong = proved();
    assertThat(wrong.post("/sign-in/asleep/second", "second", "ABCDE-FGHJL").status()).isEqualTo(422);
    Visit owner = proved();
    assertThat(owner.post("/sign-in/asleep/second", "second", code).leadsTo()).isEqualTo("/desk");
    assertThat(sessions.of(amina).getFirst().secondAt()).isNotNull();
    sleepFor(200);
    Visit thief = proved();
    assertThat(thief.post("/sign-in/asleep/second", "second", code).status()).as("a recovery code works once").isEqualTo(422);
  }

  @Test
  void whoHasTheNumberNowOpensAnAccountOfTheirOwnAndTheOwnerIsToldElsewhere() {
    Visit fresh = proved();
    assertThat(fresh.post("/sign-in/asleep/release").leadsTo()).isEqualTo("/join/facts");
    assertThat(fresh.get("/join/facts").status()).isEqualTo(200);
    fresh.post("/join/facts", "name", "سليم حداد", "birthYear", "2000", "wilaya", "19", "commune", "1901");
    AccountId owner = accounts.findBy(Contact.of(number)).orElseThrow();
    assertThat(owner).isNotEqualTo(amina);
    assertThat(accounts.find(amina).orElseThrow()).satisfies(left -> {
      assertThat(left.phone()).isNull();
      assertThat(left.email()).isEqualTo(email);
      assertThat(left.name()).isEqualTo(NAME);
    });
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :email and n.kind = 'contact-released'")
        .param("email", email).query(Integer.class).single()).isEqualTo(1);
    db.sql("delete from accounts.allowance").update();
    Visit again = asked(number);
    assertThat(again.post("/sign-in/code", "code", SignIn.code(number)).leadsTo()).isEqualTo("/desk");
    assertThat(again.get("/contact").body()).doesNotContain(email);
  }

  @Test
  void anAccountWithNothingButThatNumberStaysForItsOwner() {
    db.sql("update accounts.account set email = null where id = :id").param("id", amina.value()).update();
    Visit fresh = proved();
    fresh.post("/sign-in/asleep/release");
    assertThat(accounts.find(amina).orElseThrow().contact()).isEmpty();
    assertThat(accounts.find(amina).orElseThrow().name()).isEqualTo(NAME);
    assertThat(accounts.findBy(Contact.of(number))).isEmpty();
    assertThat(Visit.as(port, amina).get("/contact").status()).as("pages do without a contact").isEqualTo(200);
    assertThat(Visit.as(port, amina).get("/me/leaving").status()).isEqualTo(200);
  }

  @Test
  void whoPutsTheirNewNumberIntoAnAccountThatTheyHaveTakesItFromTheOneThatSleeps() {
    AccountId salim = SignIn.account("سليم");
    Visit visit = Visit.as(port, salim);
    visit.get("/contact");
    visit.post("/contact", "contact", number);
    assertThat(visit.post("/contact/code", "code", SignIn.code(number)).status()).isEqualTo(303);
    assertThat(accounts.find(salim).orElseThrow().phone()).isEqualTo(number);
    assertThat(accounts.find(amina).orElseThrow().phone()).isNull();
  }

  @Test
  void askingForTheOtherContactIsCountedForTheAccount() {
    Visit stranger = proved();
    int paused = 0;
    for (int i = 0; i < 14; i++) {
      if (stranger.post("/sign-in/asleep/contact", "other", "guess" + i + "-" + NUMBERS.get() + "@example.dz").status() == 429) paused++;
    }
    assertThat(paused).isEqualTo(4);
  }

  private Visit proved() {
    db.sql("delete from accounts.allowance where bucket like 'code-contact%' or bucket like 'sms%'").update();
    Visit visit = asked(number);
    assertThat(visit.post("/sign-in/code", "code", SignIn.code(number)).leadsTo()).isEqualTo("/sign-in/asleep");
    return visit;
  }

  private Visit asked(String contact) {
    Visit visit = new Visit(port);
    visit.get("/sign-in");
    assertThat(visit.post("/sign-in", "contact", contact).status()).isEqualTo(303);
    return visit;
  }

  private void sleepFor(int days) {
    db.sql("update accounts.account set phone_proved_at = now() - make_interval(days => :days) where id = :id").param("days", days).param("id", amina.value()).update();
  }

  private int sessionsOpened() {
    return db.sql("select count(*) from accounts.session where account_id = :id").param("id", amina.value()).query(Integer.class).single();
  }

  private int letters(String address) {
    return db.sql("select count(*) from notices.delivery where address = :address").param("address", address).query(Integer.class).single();
  }
}
