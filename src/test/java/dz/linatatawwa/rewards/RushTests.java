package dz.linatatawwa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.world.TestDatabase;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people and many counters at once, on the real database. */
@WorldTest
class RushTests {

  @Autowired Offers offers;
  @Autowired Benefits benefits;
  @Autowired Counter counters;
  @Autowired JdbcClient db;

  @Test
  void fiveThousandAtOnceGetExactlyTheHundredPlacesAndTheRestAreToldAtOnce() throws Exception {
    Scene scene = new Scene(offers);
    AgreementId agreement = scene.agreement(500);
    BenefitId id = scene.open(Way.FIRST_COME, 100, Scene.hours(10));
    List<AccountId> people = scene.people(5000, 12);

    List<Taken> answers = allAtOnce(people.stream().<Callable<Taken>>map(person -> () -> benefits.take(person, id)).toList());

    assertThat(answers.stream().filter(Taken.Granted.class::isInstance)).hasSize(100);
    assertThat(answers.stream().filter(answer -> answer instanceof Taken.Refused(Refusal why) && why.reason() == Refusal.Reason.QUOTA)).hasSize(4900);
    assertThat(scene.granted(id)).isEqualTo(100);
    assertThat(scene.spent(agreement)).isEqualTo(100);
    assertThat(db.sql("select count(distinct volunteer_id) from rewards.granting where benefit_id = :id").param("id", id.value()).query(Long.class).single())
        .isEqualTo(100);
  }

  @Test
  void onePersonWhoTapsManyTimesGetsOne() throws Exception {
    Scene scene = new Scene(offers);
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 50, Scene.hours(1));
    AccountId amina = scene.people(1, 5).getFirst();

    List<Taken> answers = allAtOnce(Collections.nCopies(30, () -> benefits.take(amina, id)));

    assertThat(answers.stream().filter(Taken.Granted.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(Taken.Already.class::isInstance)).hasSize(29);
    assertThat(scene.granted(id)).isEqualTo(1);
  }

  @Test
  void benefitsOfOneAgreementTogetherNeverPassItsQuota() throws Exception {
    Scene scene = new Scene(offers);
    AgreementId agreement = scene.agreement(40);
    BenefitId one = scene.open(Way.FIRST_COME, 20, Scene.hours(1));
    BenefitId other = scene.open(Way.FIRST_COME, 20, Scene.hours(1));
    // a quota that was lowered by a new version of the agreement binds at the moment of granting
    JdbcClient.create(TestDatabase.one()).sql("alter table partnerships.promised disable trigger promised_stays").update();
    JdbcClient.create(TestDatabase.one()).sql("update partnerships.promised set quota = 25 where agreement_id = :id").param("id", agreement.value()).update();
    JdbcClient.create(TestDatabase.one()).sql("alter table partnerships.promised enable trigger promised_stays").update();
    List<AccountId> people = scene.people(60, 5);

    List<Taken> answers = allAtOnce(people.stream().flatMap(person ->
        Stream.<Callable<Taken>>of(() -> benefits.take(person, one), () -> benefits.take(person, other))).toList());

    assertThat(answers.stream().filter(Taken.Granted.class::isInstance)).hasSize(25);
    assertThat(scene.granted(one) + scene.granted(other)).isEqualTo(25);
    assertThat(scene.spent(agreement)).isEqualTo(25);
  }

  @Test
  void aCodeRedeemedAtManyCountersAtOnceIsRedeemedOnce() throws Exception {
    Scene scene = new Scene(offers);
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 5, Scene.hours(1));
    AccountId amina = scene.people(1, 5).getFirst();
    if (!(benefits.take(amina, id) instanceof Taken.Granted(GrantingId granting))) throw new AssertionError();
    BenefitCode code = benefits.code(benefits.own(amina, granting));
    List<UUID> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID key = UUID.randomUUID();
      assertThat(counters.present(scene.counter, scene.partner, key, code.shown())).isEqualTo(new Presented.Known(key));
      keys.add(key);
    }

    allAtOnce(Stream.concat(keys.stream(), keys.stream()).<Callable<Boolean>>map(key -> () -> {
      counters.redeem(scene.counter, scene.partner, key);
      return true;
    }).toList());

    List<String> states = keys.stream().map(key -> counters.look(scene.counter, scene.partner, key).state()).toList();
    assertThat(states).containsOnly("redeemed", "already").containsOnlyOnce("redeemed");
  }

  @Test
  void placesTakenAndGivenBackAtOnceAddUp() throws Exception {
    Scene scene = new Scene(offers);
    scene.agreement(null);
    BenefitId id = scene.open(Way.FIRST_COME, 100, Scene.hours(1));
    List<AccountId> people = scene.people(40, 5);
    List<Callable<Object>> deeds = new ArrayList<>();
    for (AccountId person : people) {
      deeds.add(() -> benefits.take(person, id));
      deeds.add(() -> benefits.take(person, id) instanceof Taken.Granted(GrantingId granting) && benefits.giveBack(person, granting));
    }

    allAtOnce(deeds);

    assertThat(scene.granted(id)).isEqualTo(db.sql("select count(*) from rewards.granting where benefit_id = :id and state in ('granted', 'held', 'redeemed')")
        .param("id", id.value()).query(Integer.class).single());
  }

  private static <T> List<T> allAtOnce(List<? extends Callable<? extends T>> deeds) throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<? extends T> deed : deeds) {
        running.add(threads.submit(() -> {
          start.await();
          return deed.call();
        }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : running) answers.add(future.get());
      return answers;
    }
  }
}
