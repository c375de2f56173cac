package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody sits at Amina's open session and puts a contact of theirs. */
@WorldTest
class ContactChangeTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(661_400_000);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;
  @Autowired ContactChanges changes;
  @Autowired Holds holds;
  @Autowired Sessions sessions;

  private AccountId amina;
  private String phone;
  private String email;
  private String fresh;

  @BeforeEach
  void anAccountWithTwoContacts() {
    TestClock.one().back();
    db.sql("delete from accounts.allowance").update();
    int number = NUMBERS.addAndGet(100_000);
    phone = "+213" + number;
    email = "a" + number + "@example.dz";
    fresh = "thief" + number + "@example.dz";
    amina = accounts.openOrFind(new Contact.Phone(phone), "أمينة", Language.AR);
    db.sql("update accounts.account set email = :email where id = :id").param("email", email).param("id", amina.value()).update();
  }

  @Test
  void everyOldContactIsToldEveryOtherSessionEndsAndTheOneHereGoesOn() {
    Visit phoneOfAmina = Visit.as(port, amina);
    Visit here = changed();
    assertThat(told(email)).isEqualTo(1);
    assertThat(told(phone)).isEqualTo(1);
    assertThat(told(fresh)).as("the new one is told without the way back").isEqualTo(1);
    assertThat(undoLink(email)).startsWith("/contact/undo/").isEqualTo(undoLink(phone));
    assertThat(linkOf(fresh)).isEqualTo("/contact");
    assertThat(phoneOfAmina.get("/sessions").leadsTo()).startsWith("/sign-in");
    assertThat(here.get("/sessions").status()).isEqualTo(200);
  }

  @Test
  void sensitiveDeedsWaitThreeDays() {
    Visit here = changed();
    assertThat(here.get("/passkeys").body()).doesNotContain("data-passkey=\"create\"");
    assertThat(here.post("/passkeys/options").status()).isEqualTo(403);
    for (String path : List.of("/authenticator", "/authenticator/codes", "/authenticator/removal", "/passkeys/abc/removal", "/me/leaving", "/benefits/1/grantings")) {
      assertThat(here.post(path, "code", "123456").leadsTo()).as(path).isEqualTo("/contact/hold");
    }
    assertThat(here.post("/contact", "contact", "second@example.dz").leadsTo()).as("and no second contact either").isEqualTo("/contact/hold");
    for (String path : List.of("/me/data/my-data.json", "/me/data/my-data.pdf")) assertThat(here.get(path).leadsTo()).as(path).isEqualTo("/contact/hold");
    assertThat(here.get("/contact/hold").status()).isEqualTo(200);
    assertThat(here.get("/desk").status()).as("everything else is open").isEqualTo(200);
    assertThat(holds.until(amina)).isPresent();
    TestClock.one().goAhead(Duration.ofHours(73));
    assertThat(holds.until(amina)).isEmpty();
    Visit later = Visit.as(port, amina);
    db.sql("update accounts.session set expires_at = now() + interval '9 days' where account_id = :id").param("id", amina.value()).update();
    assertThat(later.get("/me/data/my-data.json").status()).isEqualTo(200);
  }

  @Test
  void theOwnerTakesItBackWithTheLinkAndNobodyGetsInByItAlone() {
    Visit thief = changed();
    Visit owner = new Visit(port);
    String link = undoLink(phone);
    assertThat(owner.get(link).status()).isEqualTo(200);
    assertThat(accounts.find(amina).orElseThrow().email()).as("looking changes nothing").isEqualTo(fresh);
    assertThat(owner.post(link).leadsTo()).isEqualTo("/");
    assertThat(accounts.find(amina).orElseThrow().email()).isEqualTo(email);
    assertThat(thief.get("/sessions").leadsTo()).startsWith("/sign-in");
    assertThat(accounts.findBy(Contact.of(fresh))).isEmpty();
    assertThat(owner.post(link).status()).as("once").isEqualTo(404);
    assertThat(holds.until(amina)).isPresent();

    Visit mailbox = new Visit(port);
    mailbox.get("/sign-in");
    mailbox.post("/sign-in", "contact", email);
    assertThat(mailbox.post("/sign-in/code", "code", SignIn.code(email)).leadsTo()).as("what came back sleeps").isEqualTo("/sign-in/asleep");
    Visit other = new Visit(port);
    other.get("/sign-in");
    other.post("/sign-in", "contact", phone);
    assertThat(other.post("/sign-in/code", "code", SignIn.code(phone)).leadsTo()).as("the contact that nobody touched opens").isEqualTo("/desk");
  }

  @Test
  void afterThreeDaysNothingIsTakenBack() {
    changed();
    String link = undoLink(email);
    TestClock.one().goAhead(Duration.ofHours(73));
    assertThat(new Visit(port).get(link).status()).isEqualTo(404);
    assertThat(new Visit(port).post(link).status()).isEqualTo(404);
    assertThat(accounts.find(amina).orElseThrow().email()).isEqualTo(fresh);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "%00", "0000000000000000000000000000000000000000000", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "..%2f", "%E2%80%AE"})
  void aMadeUpLinkIsMissing(String token) {
    changed();
    assertThat(new Visit(port).get("/contact/undo/" + token).status()).isIn(400, 404);
    assertThat(new Visit(port).post("/contact/undo/" + token).status()).isIn(400, 404);
    assertThat(accounts.find(amina).orElseThrow().email()).isEqualTo(fresh);
  }

  @Test
  void ofManyWhoTakeItBackAtOnceOneDoes() throws Exception {
    changed();
    String token = undoLink(email).substring("/contact/undo/".length());
    Callable<Boolean> one = () -> changes.undo(token);
    int done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(java.util.Collections.nCopies(12, one))) if (result.get()) done++;
    }
    assertThat(done).isEqualTo(1);
  }

  @Test
  void whatSomebodyElseHasByNowIsNotTakenFromThem() {
    changed();
    AccountId karim = accounts.openOrFind(new Contact.Email(email), "كريم", Language.AR);
    new Visit(port).post(undoLink(phone));
    assertThat(accounts.findBy(Contact.of(email))).contains(karim);
    assertThat(accounts.find(amina).orElseThrow().email()).isNull();
    assertThat(accounts.find(amina).orElseThrow().phone()).isEqualTo(phone);
  }

  @Test
  void aNewBrowserIsToldWhereItCostsNothing() {
    Visit.as(port, amina);
    Visit elsewhere = new Visit(port);
    elsewhere.get("/sign-in");
    elsewhere.post("/sign-in", "contact", phone);
    elsewhere.post("/sign-in/code", "code", SignIn.code(phone));
    assertThat(kinds(email)).contains("new-device");
    assertThat(kinds(phone)).doesNotContain("new-device");
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'new-device'").param("id", amina.value()).query(Integer.class).single()).isEqualTo(1);
    db.sql("delete from accounts.allowance").update();
    elsewhere.post("/sign-out");
    elsewhere.get("/sign-in");
    elsewhere.post("/sign-in", "contact", phone);
    elsewhere.post("/sign-in/code", "code", SignIn.code(phone));
    assertThat(db.sql("select count(*) from notices.notice where account_id = :id and kind = 'new-device'").param("id", amina.value()).query(Integer.class).single())
        .as("the same browser again is no news").isEqualTo(1);
  }

  @Test
  void whoLeavesLeavesNoTraceOfChangedContacts() {
    changed();
    accounts.close(amina);
    assertThat(db.sql("select count(*) from accounts.contact_change where account_id = :id").param("id", amina.value()).query(Integer.class).single()).isZero();
  }

  private Visit changed() {
    Visit here = Visit.as(port, amina);
    here.get("/contact");
    here.post("/contact", "contact", fresh);
    assertThat(here.post("/contact/code", "code", SignIn.code(fresh)).leadsTo()).isEqualTo("/contact");
    assertThat(accounts.find(amina).orElseThrow().email()).isEqualTo(fresh);
    return here;
  }

  private int told(String address) {
    return db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :address and n.kind = 'contact-changed'")
        .param("address", address).query(Integer.class).single();
  }

  private List<String> kinds(String address) {
    return db.sql("select n.kind from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :address").param("address", address).query(String.class).list();
  }

  private String undoLink(String address) {
    return linkOf(address);
  }

  private String linkOf(String address) {
    return db.sql("select n.link from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :address and n.kind = 'contact-changed' order by n.id desc limit 1")
        .param("address", address).query(String.class).single();
  }
}
