package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.organizations.Standing;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may decide what, for each kind of power and each place where it is asked: the queue, the case, the decision, the organisation and its page. */
@WorldTest
class MayDecideTests {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Decision VERIFY = new Decision("verified", null, null);

  @Autowired Matters matters;
  @Autowired Powers powers;
  @Autowired Organizations organizations;
  @Autowired Standing standing;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  /** An association of Sétif (commune 1901), for the environment and education, of the wilaya or of the nation. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      // what        scope     wilaya daira field begins ends may
      "nation,        WILAYA,   -,     -,    -,    -1,    100, true",
      "own wilaya,    WILAYA,   19,    -,    -,    -1,    100, true",
      "other wilaya,  WILAYA,   31,    -,    -,    -1,    100, false",
      "own daira,     WILAYA,   19,    1901, -,    -1,    100, true",
      "other daira,   WILAYA,   19,    1920, -,    -1,    100, false",
      "own field,     WILAYA,   19,    -,    ENV,  -1,    100, true",
      "second field,  WILAYA,   19,    -,    EDU,  -1,    100, true",
      "other field,   WILAYA,   19,    -,    SPT,  -1,    100, false",
      "daira + field, WILAYA,   19,    1901, ENV,  -1,    100, true",
      "daira and other field, WILAYA, 19, 1901, SPT,  -1,    100, false",
      "other daira and field, WILAYA, 19, 1920, ENV,  -1,    100, false",
      "field of the nation, WILAYA, -, -,    ENV,  -1,    100, true",
      "other field of the nation, WILAYA, -, -, SPT, -1,  100, false",
      "expired,       WILAYA,   19,    -,    -,    -100,  -1,  false",
      "expired daira, WILAYA,   19,    1901, -,    -100,  -1,  false",
      "not begun,     WILAYA,   19,    -,    -,    5,     100, false",
      "wilaya of a national one, NATIONAL, 19, -, -, -1,  100, false",
      "daira of a national one, NATIONAL, 19, 1901, -, -1, 100, false",
      "nation of a national one, NATIONAL, -, -, -, -1,   100, true",
      "field of a national one, NATIONAL, -, -, ENV, -1,  100, true"})
  void whoMayDecide(String what, Scope scope, @Nullable String wilaya, @Nullable String commune, @Nullable String field, int begins, int ends, boolean may) {
    AccountId person = SignIn.account(what);
    Office.give(person, wilaya, commune == null ? null : daira(commune), field, Instant.now().plus(Duration.ofDays(begins)), Instant.now().plus(Duration.ofDays(ends)));
    OrganizationId organization = organization(scope);
    MatterId matter = matters.waiting(Organizations.VERIFICATION, organization.value()).orElseThrow().id();
    Visit visit = Visit.as(port, person);
    assertThat(matters.queue(person, MatterFilter.waiting().ofKind(Organizations.VERIFICATION), 1).rows()).extracting(Matter::id).as("queue").satisfies(ids -> assertThat(ids.contains(matter)).isEqualTo(may));
    assertThat(standing.oversees(person, organizations.find(organization).orElseThrow())).as("organisation").isEqualTo(may);
    assertThat(visit.get("/supervision/" + matter.value()).status()).as("case").isEqualTo(may ? 200 : 404);
    assertThat(visit.get("/organizations/" + organization + "/oversight").status()).as("oversight").isEqualTo(may ? 200 : 404);
    assertThat(visit.post("/supervision/" + matter.value() + "/claim").status()).as("claim").isEqualTo(may ? 303 : 404);
    if (may) {
      assertThat(matters.decide(person, matter, VERIFY)).isInstanceOf(Decided.Done.class);
      assertThat(standing.suspend(person, organization, "other", "سبب التوقيف واضح هنا")).isTrue();
    } else {
      assertThatThrownBy(() -> matters.decide(person, matter, VERIFY)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> standing.suspend(person, organization, "other", "سبب التوقيف واضح هنا")).isInstanceOf(NotFound.class);
      assertThat(matters.waiting(Organizations.VERIFICATION, organization.value())).isPresent();
    }
  }

  @Test
  void aDecisionAndTheEndOfItsPowerAtOnceComeOneAfterTheOther() throws Exception {
    AccountId administrator = SignIn.administrator("مديرة");
    for (int round = 0; round < 12; round++) {
      AccountId person = SignIn.account("نائب " + round);
      long power = Office.give(person, "19", daira("1901"), null, Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(30)));
      OrganizationId organization = organization(Scope.WILAYA);
      MatterId matter = matters.waiting(Organizations.VERIFICATION, organization.value()).orElseThrow().id();
      CyclicBarrier start = new CyclicBarrier(2);
      List<Callable<Object>> tries = List.of(
          () -> { start.await(); return powers.end(administrator, power, "سحب الصلاحية"); },
          () -> {
            start.await();
            try {
              return matters.decide(person, matter, VERIFY);
            } catch (NotFound e) {
              return e;
            }
          });
      List<Object> answers;
      try (var people = Executors.newFixedThreadPool(2)) {
        answers = people.invokeAll(tries).stream().map(MayDecideTests::got).toList();
      }
      assertThat(answers.getFirst()).isEqualTo(true);
      boolean done = answers.getLast() instanceof Decided.Done;
      assertThat(matters.waiting(Organizations.VERIFICATION, organization.value()).isPresent()).isEqualTo(!done);
      assertThatThrownBy(() -> matters.decide(person, matter, VERIFY)).isInstanceOf(NotFound.class);
    }
  }

  private static Object got(Future<Object> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OrganizationId organization(Scope scope) {
    String name = "جمعية المصفوفة " + NUMBERS.incrementAndGet();
    return organizations.register(Scene.profile(name, null, scope, Scene.SETIF, new CommuneCode("1901")), SignIn.account("مالكة " + name));
  }

  private int daira(String commune) {
    return db.sql("select daira_id from places.commune where code = :code").param("code", commune).query(Integer.class).single();
  }
}
