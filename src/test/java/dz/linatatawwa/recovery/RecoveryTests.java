package dz.linatatawwa.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.Holds;
import dz.linatatawwa.codes.PersonalCodes;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.Visit.Answer;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nadia lost her phone and has nothing but her card; and the people who would like to be her. */
@WorldTest
class RecoveryTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger(771_500_000);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Accounts accounts;
  @Autowired PersonalCodes codes;
  @Autowired Organizations organizations;
  @Autowired Vouching vouching;
  @Autowired Holds holds;

  private Scene scene;
  private AccountId nadia;
  private AccountId coordinator;
  private long organization;
  private String card;
  private String old;
  private String fresh;

  @BeforeEach
  void aVolunteerWithACardAndACoordinatorWhoKnowsHer() {
    TestClock.one().back();
    db.sql("delete from accounts.allowance").update();
    scene = new Scene(db);
    nadia = scene.volunteer("نادية عمران", 1999);
    coordinator = scene.account("رشيد منسق");
    organization = scene.organization(coordinator);
    scene.seat(scene.today(scene.opportunity(organization, "at-once", 15), 5), nadia);
    card = codes.card(nadia);
    old = "+213" + NUMBERS.addAndGet(100_000);
    db.sql("update accounts.account set phone = :old where id = :id").param("old", old).param("id", nadia.value()).update();
    fresh = "+213" + NUMBERS.addAndGet(100_000);
  }

  @Test
  void sheComesBackWithHerCardHerYearAndACoordinatorsWordAfterThreeDays() {
    Visit before = Visit.as(port, nadia);
    Visit her = asks(fresh, card, "1999");
    Answer state = her.get("/recovery/request");
    assertThat(state.status()).isEqualTo(200);
    Answer person = coordinator().post(desk(), "reference", reference().toLowerCase(java.util.Locale.ROOT));
    assertThat(person.body()).contains("نادية عمران").doesNotContain(fresh).doesNotContain(old);
    Answer hesitates = coordinator().post(desk(), "reference", reference(), "asked", "true");
    assertThat(hesitates.status()).as("without the word").isEqualTo(422);
    assertThat(coordinator().post(desk(), "reference", reference(), "asked", "true", "knows", "true").leadsTo()).isEqualTo(desk());

    assertThat(linkTo(old)).startsWith("/recovery/stop/");
    assertThat(her.post("/recovery/entry").leadsTo()).as("not yet").isEqualTo("/recovery");
    assertThat(before.get("/sessions").status()).isEqualTo(200);
    TestClock.one().goAhead(Duration.ofHours(71));
    assertThat(proved(fresh).post("/recovery/entry").leadsTo()).isEqualTo("/recovery");
    TestClock.one().goAhead(Duration.ofHours(2));
    Visit again = proved(fresh);
    assertThat(again.get("/recovery/request").body()).contains("/recovery/entry");
    assertThat(again.post("/recovery/entry").leadsTo()).isEqualTo("/contact");
    assertThat(again.get("/sessions").status()).isEqualTo(200);
    assertThat(accounts.find(nadia).orElseThrow().phone()).isEqualTo(fresh);
    assertThat(before.get("/sessions").leadsTo()).as("every session from before is over").startsWith("/sign-in");
    assertThat(again.get("/me/data/my-data.json").leadsTo()).as("and sensitive deeds wait").isEqualTo("/contact/hold");
    assertThat(holds.until(nadia)).isPresent();
    assertThat(db.sql("select count(*) from supervision.audit where deed = 'recovery.vouched' and actor = :by and object_id = :who").param("by", coordinator.value())
        .param("who", nadia.toString()).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void everyContactOfTheAccountCanStopItWithoutSigningIn() {
    asks(fresh, card, "1999");
    vouch();
    Visit owner = new Visit(port);
    assertThat(owner.get(linkTo(old)).status()).isEqualTo(200);
    assertThat(owner.post(linkTo(old)).leadsTo()).isEqualTo("/");
    assertThat(owner.post(linkTo(old)).status()).isEqualTo(404);
    TestClock.one().goAhead(Duration.ofHours(73));
    Visit thief = proved(fresh);
    assertThat(thief.post("/recovery/entry").leadsTo()).isEqualTo("/recovery");
    assertThat(accounts.find(nadia).orElseThrow().phone()).isEqualTo(old);
  }

  @Test
  void sheWhoComesInByAWayOfHerOwnStopsItToo() {
    asks(fresh, card, "1999");
    vouch();
    Visit her = new Visit(port);
    her.get("/sign-in");
    her.post("/sign-in", "contact", old);
    assertThat(her.post("/sign-in/code", "code", SignIn.code(old)).leadsTo()).isEqualTo("/desk");
    assertThat(state()).isEqualTo("came-in");
  }

  @Test
  void cardAndYearMustBelongTogetherAndNothingIsToldOfEither() {
    AccountId other = scene.volunteer("أخرى", 1980);
    String withdrawn = codes.card(other);
    db.sql("update codes.card set revoked_at = now() where account_id = :id").param("id", other.value()).update();
    for (List<String> wrong : List.of(List.of(card, "1998"), List.of(withdrawn, "1980"), List.of("LT2:0000", "1999"), List.of(card.substring(0, card.length() - 2) + "00", "1999"),
        List.of("\u202e" + card, "1999"), List.of("x".repeat(400), "1999"), List.of(codes.onPage(nadia), "1999"))) {
      Visit thief = proved(fresh);
      Answer answer = thief.post("/recovery/request", "card", wrong.getFirst(), "year", wrong.getLast());
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).doesNotContain("نادية");
    }
    assertThat(db.sql("select count(*) from recovery.request where account_id = :id").param("id", nadia.value()).query(Integer.class).single()).isZero();
    for (String year : List.of("", "99", "٢٠", "abcd", "-1999", "19999", "0x7cf")) {
      assertThat(proved(fresh).post("/recovery/request", "card", card, "year", year).status()).as(year).isEqualTo(422);
    }
    assertThat(proved(fresh).post("/recovery/request", "card", card, "year", "١٩٩٩").leadsTo()).as("any digits").isEqualTo("/recovery/request");
  }

  @Test
  void withoutAProvedContactThereIsNothing() {
    Visit nobody = new Visit(port);
    nobody.get("/recovery");
    assertThat(nobody.get("/recovery/request").leadsTo()).isEqualTo("/recovery");
    assertThat(nobody.post("/recovery/request", "card", card, "year", "1999").leadsTo()).isEqualTo("/recovery");
    assertThat(nobody.post("/recovery/entry").leadsTo()).isEqualTo("/recovery");
    assertThat(nobody.post("/recovery/withdrawal").leadsTo()).isEqualTo("/recovery");
  }

  @Test
  void onlyWhoKnowsHerVouches() {
    asks(fresh, card, "1999");
    AccountId stranger = scene.account("منسق آخر");
    long elsewhere = scene.organization(stranger);
    assertThat(vouching.find(stranger, organizations.find(new OrganizationId(elsewhere)).orElseThrow(), reference())).isInstanceOf(Vouching.Found.Nobody.class);
    assertThat(Visit.as(port, stranger).post(desk(), "reference", reference(), "knows", "true").status()).as("another's desk").isEqualTo(404);
    AccountId reader = scene.account("مطلع");
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:o, :a, 'reader')").param("o", organization).param("a", reader.value()).update();
    assertThat(Visit.as(port, reader).post(desk(), "reference", reference(), "knows", "true").status()).isEqualTo(404);
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", organization).update();
    assertThat(vouching.find(coordinator, organization(), reference())).as("a suspended organisation's word").isInstanceOf(Vouching.Found.Nobody.class);
    assertThat(db.sql("select count(*) from recovery.request where account_id = :id and vouched_at is not null").param("id", nadia.value()).query(Integer.class).single()).isZero();
  }

  @Test
  void nobodyVouchesForThemselves() {
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:o, :a, 'coordinator')").param("o", organization).param("a", nadia.value()).update();
    asks(fresh, card, "1999");
    assertThat(vouching.find(nadia, organization(), reference())).isInstanceOf(Vouching.Found.Nobody.class);
  }

  @Test
  void whoActsForOthersComesBackInNoSuchWay() {
    db.sql("update accounts.account set administrator = true where id = :id").param("id", nadia.value()).update();
    Answer answer = proved(fresh).post("/recovery/request", "card", card, "year", "1999");
    assertThat(answer.status()).isEqualTo(422);
    db.sql("update accounts.account set administrator = false where id = :id").param("id", nadia.value()).update();
    asks(fresh, card, "1999");
    vouch();
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:o, :a, 'owner')").param("o", organization).param("a", nadia.value()).update();
    TestClock.one().goAhead(Duration.ofHours(73));
    proved(fresh).post("/recovery/entry");
    assertThat(accounts.find(nadia).orElseThrow().phone()).as("nor who became it in the meantime").isEqualTo(old);
    assertThat(state()).isEqualTo("open");
  }

  @Test
  void aSecondRequestStopsTheFirstAndThreeAMonthAreEnough() {
    asks(fresh, card, "1999");
    String first = reference();
    vouch();
    String other = "+213" + NUMBERS.addAndGet(100_000);
    asks(other, card, "1999");
    assertThat(reference()).isNotEqualTo(first);
    TestClock.one().goAhead(Duration.ofHours(73));
    assertThat(proved(fresh).post("/recovery/entry").leadsTo()).as("where two quarrel, nobody gets in").isEqualTo("/recovery");
    asks("+213" + NUMBERS.addAndGet(100_000), card, "1999");
    assertThat(proved("+213" + NUMBERS.addAndGet(100_000)).post("/recovery/request", "card", card, "year", "1999").status()).isEqualTo(429);
  }

  @Test
  void ofManyWordsAtOnceOneCountsAndOneSetOfMessagesLeaves() throws Exception {
    asks(fresh, card, "1999");
    Recovery recovery = ((Vouching.Found.Person) vouching.find(coordinator, organization(), reference())).recovery();
    Callable<Boolean> one = () -> vouching.vouch(coordinator, organization(), recovery);
    int counted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(java.util.Collections.nCopies(10, one))) if (result.get()) counted++;
    }
    assertThat(counted).isEqualTo(1);
    assertThat(db.sql("select count(*) from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :old and n.kind = 'recovery'").param("old", old)
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void aCoordinatorVouchesForFiveAMonth() {
    for (int i = 0; i < 5; i++) {
      AccountId someone = scene.volunteer("متطوع " + i, 1990);
      scene.seat(scene.today(scene.opportunity(organization, "at-once", 15), 5), someone);
      asks("+213" + NUMBERS.addAndGet(100_000), codes.card(someone), "1990");
      String letters = db.sql("select reference from recovery.request where account_id = :id").param("id", someone.value()).query(String.class).single();
      assertThat(vouching.vouch(coordinator, organization(), ((Vouching.Found.Person) vouching.find(coordinator, organization(), letters)).recovery())).isTrue();
    }
    asks(fresh, card, "1999");
    assertThat(vouching.find(coordinator, organization(), reference())).isInstanceOf(Vouching.Found.TooMany.class);
  }

  @Test
  void lettersAreNotGuessed() {
    for (int i = 0; i < 20; i++) assertThat(vouching.find(coordinator, organization(), "AAAA%04d".formatted(i))).isInstanceOf(Vouching.Found.Nobody.class);
    assertThat(vouching.find(coordinator, organization(), "AAAABBBB")).isInstanceOf(Vouching.Found.TooMany.class);
  }

  @Test
  void afterTwoWeeksNobodyVouchesAnyMore() {
    asks(fresh, card, "1999");
    String letters = reference();
    TestClock.one().goAhead(Duration.ofDays(15));
    assertThat(vouching.find(coordinator, organization(), letters)).isInstanceOf(Vouching.Found.Nobody.class);
  }

  private Visit asks(String contact, String square, String year) {
    Visit visit = proved(contact);
    assertThat(visit.post("/recovery/request", "card", square, "year", year).leadsTo()).isEqualTo("/recovery/request");
    return visit;
  }

  private Visit proved(String contact) {
    db.sql("delete from accounts.allowance where bucket like 'code%' or bucket like 'sms%'").update();
    Visit visit = new Visit(port);
    visit.get("/recovery");
    assertThat(visit.post("/recovery", "contact", contact).leadsTo()).isEqualTo("/recovery/code");
    assertThat(visit.post("/recovery/code", "code", SignIn.code(contact)).leadsTo()).isEqualTo("/recovery/request");
    return visit;
  }

  private void vouch() {
    assertThat(coordinator().post(desk(), "reference", reference(), "knows", "true").leadsTo()).isEqualTo(desk());
  }

  private Visit coordinator() {
    return Visit.as(port, coordinator);
  }

  private Organization organization() {
    return organizations.find(new OrganizationId(organization)).orElseThrow();
  }

  private String desk() {
    return "/organizations/" + organization + "/desk/vouching";
  }

  private String reference() {
    return db.sql("select reference from recovery.request where account_id = :id and stopped_at is null and done_at is null").param("id", nadia.value()).query(String.class).single();
  }

  private String state() {
    return db.sql("select coalesce(stopped_by, case when done_at is null then 'open' else 'done' end) from recovery.request where account_id = :id order by id desc limit 1")
        .param("id", nadia.value()).query(String.class).optional().orElse("none");
  }

  private String linkTo(String address) {
    return db.sql("select n.link from notices.delivery d join notices.notice n on n.id = d.notice_id where d.address = :address and n.kind = 'recovery' order by n.id desc limit 1")
        .param("address", address).query(String.class).single();
  }
}
