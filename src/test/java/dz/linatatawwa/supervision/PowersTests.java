package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Powers are given within one's own, have an end, and take along what was given out of them. */
@WorldTest
class PowersTests {

  @Autowired Powers powers;
  @Autowired PowerRounds rounds;
  @Autowired Territories territories;
  @Autowired Accounts accounts;
  @Autowired Audit audit;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void aWilayaSupervisorAppointsDeputiesByDairaOrFieldAndNobodyBeyond() {
    AccountId setif = supervisor("19");
    AccountId deputy = SignIn.account("نائب");
    assertThat(grant(setif, deputy, daira(), null, 100)).isInstanceOf(Granted.Given.class);
    assertThat(grant(setif, SignIn.account("نائبة"), null, "ENV", 100)).isInstanceOf(Granted.Given.class);
    assertThat(refusal(grant(setif, deputy, new Extent(Scene.SETIF, null, null), 100))).as("what they have, and no less").isEqualTo("supervision.problem.beyond");
    assertThat(refusal(grant(setif, deputy, new Extent(Scene.ORAN, null, "ENV"), 100))).as("another wilaya").isEqualTo("supervision.problem.beyond");
    assertThat(refusal(grant(setif, deputy, Extent.NATION, 100))).isEqualTo("supervision.problem.beyond");
    assertThat(refusal(grant(setif, deputy, new Extent(Scene.SETIF, null, "EDU"), 500))).as("longer than their own").isEqualTo("supervision.problem.untilBeyond");
    assertThat(refusal(grant(setif, setif, new Extent(Scene.SETIF, null, "EDU"), 100))).as("themself").isEqualTo("supervision.problem.oneself");
    assertThat(refusal(grant(SignIn.account("لا أحد"), deputy, new Extent(Scene.SETIF, null, "EDU"), 100))).as("without any power").isEqualTo("supervision.problem.beyond");
    assertThat(grant(deputy, SignIn.account("نائب النائب"), daira(), "ENV", 50)).as("a deputy gives less than they have").isInstanceOf(Granted.Given.class);
    assertThat(refusal(grant(deputy, SignIn.account("غيره"), null, "ENV", 50))).as("a field of the whole wilaya is not less than a daira").isEqualTo("supervision.problem.beyond");
  }

  @Test
  void thePowerIsNeverLongerThanTwoYears() {
    AccountId administrator = SignIn.administrator("مديرة");
    assertThat(refusal(grant(administrator, SignIn.account("طويل"), Extent.of(Scene.SETIF), 732))).isEqualTo("supervision.problem.tooLong");
    assertThat(grant(administrator, SignIn.account("سنتان"), Extent.of(Scene.SETIF), 730)).isInstanceOf(Granted.Given.class);
  }

  @Test
  void theDatabaseItselfRefusesWhatIsBeyondTheGiver() {
    long own = Office.give(SignIn.account("صاحبة الصلاحية"), "19", null, null, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(100)));
    AccountId giver = new AccountId(db.sql("select account_id from supervision.supervisor where id = :id").param("id", own).query(Long.class).single());
    AccountId other = SignIn.account("آخر");
    refused(giver, other, "31", null, own, 50, "does not reach that far");
    refused(giver, other, null, "ENV", own, 50, "does not reach that far");
    refused(giver, other, "19", null, own, 50, "has less than who appoints");
    refused(giver, other, "19", "ENV", own, 101, "cannot give that long");
    refused(other, giver, "19", "ENV", own, 50, "has less than who appoints");
    refused(other, giver, "19", "ENV", null, 50, "has no power to give");
    String rewritten = "update supervision.supervisor set wilaya_code = '31' where id = " + own;
    assertThatThrownBy(() -> db.sql(rewritten).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("never rewritten");
    assertThatThrownBy(() -> db.sql("update supervision.supervisor set until_at = until_at - interval '1 day' where id = " + own).update()).isInstanceOf(DataAccessException.class)
        .hasMessageContaining("not shortened");
    assertThatThrownBy(() -> JdbcClient.create(TestDatabase.one()).sql("insert into supervision.supervisor (account_id, wilaya_code, daira_id, granted_by) values (:a, '31', :daira, :by)")
        .param("a", other.value()).param("daira", dairaOfSetif()).param("by", SignIn.administrator("م").value()).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("not of wilaya");
  }

  private void refused(AccountId by, AccountId to, @Nullable String wilaya, @Nullable String field, @Nullable Long parent, int days, String why) {
    assertThatThrownBy(() -> JdbcClient.create(TestDatabase.one()).sql("""
        insert into supervision.supervisor (account_id, wilaya_code, field_code, granted_by, parent_id, until_at)
        values (:to, cast(:wilaya as char(2)), cast(:field as text), :by, cast(:parent as bigint), now() + make_interval(days => :days))
        """).param("to", to.value()).param("wilaya", wilaya).param("field", field).param("by", by.value()).param("parent", parent).param("days", days).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining(why);
  }

  @Test
  void theEndOfAPowerTakesTheDeputiesAlongAndEverybodyIsToldAndItIsLogged() {
    AccountId setif = supervisor("19");
    AccountId deputy = SignIn.account("نائب يذهب");
    AccountId below = SignIn.account("نائب النائب يذهب");
    grant(setif, deputy, daira(), null, 100);
    grant(deputy, below, daira(), "ENV", 50);
    AccountId administrator = SignIn.administrator("مديرة الإنهاء");
    Power power = powers.own(setif).getFirst();
    assertThatThrownBy(() -> powers.end(deputy, power.id(), "لا أريد أن يبقى")).isInstanceOf(NotFound.class);
    assertThat(powers.end(administrator, power.id(), "انتقل إلى ولاية أخرى")).isTrue();
    assertThat(powers.end(administrator, power.id(), "مرة ثانية")).isFalse();
    for (AccountId person : List.of(setif, deputy, below)) {
      assertThat(territories.of(person).none()).isTrue();
      assertThat(audit.of("account", person.toString()).getFirst().deed()).isEqualTo("supervisor.ended");
      assertThat(told(person, "power-ended%")).isEqualTo(1);
    }
    assertThat(db.sql("select end_cause from supervision.supervisor where account_id = :id").param("id", below.value()).query(String.class).single()).isEqualTo("above");
  }

  @Test
  void whoLaysAPowerDownNeedsNobody() {
    AccountId setif = supervisor("19");
    assertThat(powers.end(setif, powers.own(setif).getFirst().id(), "أغادر المنصب")).isTrue();
    assertThat(territories.of(setif).none()).isTrue();
  }

  @Test
  void aPowerBeginsAndEndsByItselfAndIsRemindedOfOnce() {
    AccountId person = SignIn.account("صاحب موعد");
    Office.give(person, "19", null, null, Instant.now().plus(Duration.ofDays(2)), Instant.now().plus(Duration.ofDays(50)));
    assertThat(territories.covers(person, Scene.SETIF)).as("not yet").isFalse();
    TestClock.one().goAhead(Duration.ofDays(3));
    assertThat(territories.covers(person, Scene.SETIF)).isTrue();
    rounds.remind();
    assertThat(told(person, "power-ending")).as("more than thirty days are left").isZero();
    TestClock.one().goAhead(Duration.ofDays(20));
    rounds.remind();
    rounds.remind();
    assertThat(told(person, "power-ending")).isEqualTo(1);
    TestClock.one().goAhead(Duration.ofDays(21));
    rounds.remind();
    rounds.remind();
    assertThat(told(person, "power-ending")).isEqualTo(2);
    TestClock.one().goAhead(Duration.ofDays(7));
    assertThat(territories.covers(person, Scene.SETIF)).as("over, before anything ran").isFalse();
    rounds.run();
    rounds.run();
    assertThat(told(person, "power-ended%")).isEqualTo(1);
    assertThat(db.sql("select end_cause from supervision.supervisor where account_id = :id").param("id", person.value()).query(String.class).single()).isEqualTo("over");
  }

  @Test
  void aLaterEndProlongsAndAnEarlierOneIsRefused() {
    AccountId setif = supervisor("19");
    AccountId deputy = SignIn.account("نائب يمدد");
    grant(setif, deputy, daira(), null, 100);
    assertThat(grant(setif, deputy, daira(), null, 90)).isInstanceOf(Granted.Refused.class);
    assertThat(grant(setif, deputy, daira(), null, 150)).isInstanceOf(Granted.Prolonged.class);
    assertThat(refusal(grant(setif, deputy, daira(), null, 400))).isEqualTo("supervision.problem.untilBeyond");
    assertThat(powers.own(deputy)).singleElement().satisfies(power -> assertThat(power.until()).isAfter(Instant.now().plus(Duration.ofDays(149))));
  }

  @Test
  void whoLeavesLosesThePowerAndTheDeputiesGoToo() {
    AccountId setif = supervisor("19");
    AccountId deputy = SignIn.account("نائب من غادر");
    grant(setif, deputy, daira(), null, 100);
    accounts.close(setif);
    assertThat(territories.of(deputy).none()).isTrue();
    assertThat(told(deputy, "power-ended%")).isEqualTo(1);
  }

  @Test
  void thePageShowsTheTreeAndGivesWithinIt() {
    AccountId setif = supervisor("19");
    AccountId deputy = SignIn.account("نائبة الدائرة");
    String contact = db.sql("select email from accounts.account where id = :id").param("id", deputy.value()).query(String.class).single();
    Visit visit = Visit.as(port, setif);
    String until = LocalDate.now(Words.ZONE).plusDays(60).toString();
    assertThat(visit.get("/supervision/people").page().select("select[name=territory] option[value=nation]")).isEmpty();
    Visit.Answer beyond = visit.post("/supervision/people", "contact", contact, "territory", "31", "field", "ENV", "until", until, "reason", "تجربة");
    assertThat(beyond.status()).isEqualTo(422);
    assertThat(beyond.page().select("#territory-problem")).hasSize(1);
    assertThat(visit.post("/supervision/people", "contact", contact, "territory", "19", "daira", "999999", "until", until, "reason", "تجربة").page().select("#daira-problem")).hasSize(1);
    assertThat(visit.post("/supervision/people", "contact", contact, "territory", "19", "daira", Integer.toString(dairaOfSetif()), "until", "أمس", "reason", "تجربة").status()).isEqualTo(422);
    assertThat(visit.post("/supervision/people", "contact", contact, "territory", "19", "daira", Integer.toString(dairaOfSetif()), "until", until, "reason", "نيابة الدائرة").status()).isEqualTo(303);
    var tree = visit.get("/supervision/people").page();
    assertThat(tree.select(".supervision-depth-1").text()).contains("نائبة الدائرة").contains("دائرة");
    assertThat(Visit.as(port, deputy).get("/supervision/people").page().select(".supervision-tree .card-title").text()).contains("نائبة الدائرة").doesNotContain("مشرف 19");
    assertThat(Visit.as(port, deputy).get("/supervision").status()).isEqualTo(200);
  }

  @Test
  void aDeputyGivenWhileThePowerAboveIsTakenAwayDoesNotOutliveIt() throws Exception {
    AccountId administrator = SignIn.administrator("مديرة التوازي");
    for (int round = 0; round < 8; round++) {
      AccountId setif = supervisor("19");
      AccountId deputy = SignIn.account("نائب متزامن " + round);
      long power = powers.own(setif).getFirst().id();
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Object>> tries = List.of(
          () -> { start.await(); return powers.end(administrator, power, "سحب الصلاحية"); },
          () -> {
            start.await();
            try {
              return grant(setif, deputy, daira(), null, 100);
            } catch (DataAccessException e) {
              return e;
            }
          });
      try (var people = Executors.newFixedThreadPool(2)) {
        for (Future<Object> one : people.invokeAll(tries)) one.get();
      }
      assertThat(territories.of(setif).none()).isTrue();
      assertThat(territories.of(deputy).none()).isTrue();
    }
  }

  private AccountId supervisor(String wilaya) {
    AccountId person = SignIn.account("مشرف " + wilaya);
    Office.give(person, wilaya);
    return person;
  }

  private Granted grant(AccountId by, AccountId to, @Nullable Integer daira, @Nullable String field, int days) {
    return grant(by, to, new Extent(Scene.SETIF, daira, field), days);
  }

  private Granted grant(AccountId by, AccountId to, Extent extent, int days) {
    Instant now = TestClock.one().instant();
    return powers.grant(by, to, extent, now, now.plus(Duration.ofDays(days)), "للاختبار");
  }

  private static String refusal(Granted granted) {
    return granted instanceof Granted.Refused(String field, String key) ? key : granted.toString();
  }

  private Integer daira() {
    return dairaOfSetif();
  }

  private int dairaOfSetif() {
    return db.sql("select daira_id from places.commune where code = '1901'").query(Integer.class).single();
  }

  private long told(AccountId person, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind like :kind").param("person", person.value()).param("kind", kind).query(Long.class).single();
  }
}
