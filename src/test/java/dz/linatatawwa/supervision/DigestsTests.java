package dz.linatatawwa.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.organizations.Scene;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Digests: chosen, sent where there is something, once. */
@WorldTest
class DigestsTests {

  private static final LocalDate DAY = LocalDate.now(Words.ZONE).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));

  @Autowired Digests digests;
  @Autowired Assignments assignments;
  @Autowired Matters matters;
  @Autowired Organizations organizations;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void dueIsTheDayTheSundayAndTheFirst() {
    LocalDate wednesday = LocalDate.of(2026, 12, 16);
    assertThat(Rhythm.DAILY.due(wednesday)).isEqualTo(wednesday);
    assertThat(Rhythm.WEEKLY.due(wednesday)).isEqualTo(LocalDate.of(2026, 12, 13));
    assertThat(Rhythm.WEEKLY.due(LocalDate.of(2026, 12, 13))).isEqualTo(LocalDate.of(2026, 12, 13));
    assertThat(Rhythm.MONTHLY.due(wednesday)).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(Rhythm.MONTHLY.tellsFrom(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2026, 12, 1));
  }

  @Test
  void whatWasChosenIsSentOnceAndNothingWhereThereIsNothing() {
    AccountId busy = supervisor("19");
    AccountId idle = supervisor("11");
    digests.choose(busy, Map.of(Rhythm.DAILY, true, Rhythm.WEEKLY, true, Rhythm.MONTHLY, false));
    digests.choose(idle, Map.of(Rhythm.DAILY, true, Rhythm.WEEKLY, true, Rhythm.MONTHLY, true));
    OrganizationId id = organizations.register(Scene.profile("جمعية الملخص"), SignIn.account("مالكة"));
    assignments.take(busy, matters.waiting(Organizations.VERIFICATION, id.value()).orElseThrow().id());
    digests.send(DAY);
    digests.send(DAY);
    assertThat(told(busy, "digest-daily")).isEqualTo(1);
    assertThat(told(busy, "digest-weekly")).isEqualTo(1);
    assertThat(told(busy, "digest-monthly")).as("not chosen").isZero();
    assertThat(told(idle, "digest-%")).as("nothing to say").isZero();
    digests.send(DAY.plusDays(1));
    assertThat(told(busy, "digest-daily")).as("the next day's").isEqualTo(2);
    assertThat(told(busy, "digest-weekly")).as("the same week's").isEqualTo(1);
    assertThat(db.sql("select body from notices.notice where account_id = :id and kind = 'digest-daily' limit 1").param("id", busy.value()).query(String.class).single()).contains("ملف واحد");
  }

  @Test
  void onManyNodesAtOnceItIsStillOne() {
    AccountId person = supervisor("31");
    digests.choose(person, Map.of(Rhythm.DAILY, true));
    organizations.register(Scene.profile("جمعية وهران", null, Scope.WILAYA, Scene.ORAN, new CommuneCode("3101")), SignIn.account("مالكة"));
    try (var nodes = Executors.newFixedThreadPool(6)) {
      IntStream.range(0, 6).forEach(node -> nodes.submit(() -> digests.send(DAY.plusDays(10))));
    }
    assertThat(told(person, "digest-daily")).isEqualTo(1);
  }

  @Test
  void whatDiesBetweenTheMarkAndTheTellingIsSentLater() {
    AccountId person = supervisor("19");
    digests.choose(person, Map.of(Rhythm.DAILY, true));
    organizations.register(Scene.profile("جمعية الانقطاع"), SignIn.account("مالكة"));
    JdbcClient owner = JdbcClient.create(TestDatabase.one());
    owner.sql("alter table notices.notice add constraint broken check (kind <> 'digest-daily') not valid").update();
    digests.send(DAY.plusDays(20));
    assertThat(marked(person)).as("neither told nor marked").isZero();
    owner.sql("alter table notices.notice drop constraint broken").update();
    digests.send(DAY.plusDays(20));
    digests.send(DAY.plusDays(20));
    assertThat(told(person, "digest-daily")).isEqualTo(1);
    assertThat(marked(person)).isEqualTo(1);
  }

  @Test
  void thePageKeepsWhatWasChosen() {
    AccountId person = supervisor("19");
    Visit visit = Visit.as(port, person);
    assertThat(visit.get("/supervision/digests").page().select("input[name=rhythm][checked]")).extracting(input -> input.val()).containsExactly("weekly");
    assertThat(visit.post("/supervision/digests", "rhythm", "daily", "rhythm", "monthly", "rhythm", "zzz").status()).isEqualTo(303);
    assertThat(visit.get("/supervision/digests").page().select("input[name=rhythm][checked]")).extracting(input -> input.val()).containsExactly("daily", "monthly");
    assertThat(visit.post("/supervision/digests").status()).isEqualTo(303);
    assertThat(visit.get("/supervision/digests").page().select("input[name=rhythm][checked]")).isEmpty();
  }

  private AccountId supervisor(String wilaya) {
    AccountId person = SignIn.account("مشرفة " + wilaya);
    Office.give(person, wilaya, null, null, Instant.now().minus(Duration.ofDays(60)), Instant.now().plus(Duration.ofDays(300)));
    return person;
  }

  private long marked(AccountId person) {
    return db.sql("select count(*) from supervision.digest where rhythm = 'daily' and account_id = :id").param("id", person.value()).query(Long.class).single();
  }

  private long told(AccountId person, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind like :kind").param("person", person.value()).param("kind", kind).query(Long.class).single();
  }
}
