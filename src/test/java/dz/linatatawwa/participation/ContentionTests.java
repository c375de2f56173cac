package dz.linatatawwa.participation;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.world.WorldTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people at once, on the real database. */
@WorldTest
class ContentionTests {

  private static final Wish ANY = new Wish(null, "", false);

  @Autowired Participation participation;
  @Autowired Lapses lapses;
  @Autowired JdbcClient db;

  Scene scene;
  AccountId owner;
  long organization;

  @BeforeEach
  void people() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    organization = scene.organization(owner);
  }

  @Test
  void fiveHundredAtOnceFillTheSeatsAndWaitInOrderOfArrival() throws Exception {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 120);
    List<AccountId> people = scene.volunteers(500);

    List<Application> answers = allAtOnce(people.stream().<Callable<Application>>map(p -> () -> participation.apply(p, shift, ANY)).toList());

    assertThat(answers.stream().filter(Application.Placed.class::isInstance)).hasSize(120);
    assertThat(scene.count(shift, "accepted")).isEqualTo(120);
    assertThat(scene.taken(shift)).isEqualTo(120);
    List<Long> waiting = scene.ids(shift, "waiting");
    assertThat(waiting).hasSize(380);
    // whoever got a seat came before whoever waits, and each was told the position that the order of arrival gives
    assertThat(Collections.max(scene.ids(shift, "accepted"))).isLessThan(Collections.min(waiting));
    var told = new ConcurrentHashMap<Long, Integer>();
    for (Application answer : answers) if (answer instanceof Application.Waiting(var id, var position)) told.put(id.value(), position);
    assertThat(IntStream.range(0, waiting.size()).allMatch(i -> told.get(waiting.get(i)) == i + 1)).isTrue();
  }

  @Test
  void aDoubleClickGivesOneApplication() throws Exception {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 5);
    AccountId karim = scene.volunteer("كريم", 1958);

    List<Application> answers = allAtOnce(Collections.nCopies(20, () -> participation.apply(karim, shift, ANY)));

    assertThat(answers).allMatch(Application.Placed.class::isInstance).extracting(Application::application).containsOnly(answers.getFirst().application());
    assertThat(scene.taken(shift)).isEqualTo(1);
  }

  @Test
  void onePersonApplyingForTwoShiftsAtOneTimeGetsOneSeat() throws Exception {
    long opportunity = scene.opportunity(organization, "at-once", 16);
    List<ShiftId> shifts = IntStream.range(0, 8).mapToObj(i -> scene.coming(opportunity, 5)).toList();
    AccountId karim = scene.volunteer("كريم", 1958);

    List<Application> answers = allAtOnce(shifts.stream().<Callable<Application>>map(s -> () -> participation.apply(karim, s, ANY)).toList());

    assertThat(answers.stream().filter(Application.Placed.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(Application.Clash.class::isInstance)).hasSize(7);
  }

  @Test
  void coordinatorsWhoAcceptEverybodyAtOnceNeverOverbook() throws Exception {
    ShiftId shift = scene.coming(scene.opportunity(organization, "by-hand", 16), 7);
    List<ApplicationId> pending = new ArrayList<>();
    for (AccountId person : scene.volunteers(30)) pending.add(participation.apply(person, shift, ANY).application());
    List<Callable<Answer>> twice = new ArrayList<>();
    for (int round = 0; round < 2; round++) for (ApplicationId id : pending) twice.add(() -> participation.accept(owner, id));

    List<Answer> answers = allAtOnce(twice);

    assertThat(answers.stream().filter(Answer.Accepted.class::isInstance)).hasSize(7);
    assertThat(answers.stream().filter(Answer.Queued.class::isInstance)).hasSize(23);
    assertThat(answers.stream().filter(Answer.Unchanged.class::isInstance)).hasSize(30);
    assertThat(scene.taken(shift)).isEqualTo(7);
  }

  @Test
  void noSeatIsIdleWhileSomebodyWaitsWhoeverComesAndGoesAtOnce() throws Exception {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 20);
    List<AccountId> early = scene.volunteers(20);
    List<ApplicationId> seats = new ArrayList<>();
    for (AccountId person : early) seats.add(participation.apply(person, shift, ANY).application());
    List<AccountId> late = scene.volunteers(40);
    List<Callable<Object>> deeds = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int n = i;
      deeds.add(() -> participation.apply(late.get(n), shift, ANY));
      if (i < 20) deeds.add(() -> participation.withdraw(early.get(n), seats.get(n)));
    }

    allAtOnce(deeds);

    assertThat(scene.count(shift, "withdrawn")).isEqualTo(20);
    assertThat(scene.taken(shift)).isEqualTo(20);
    assertThat(scene.count(shift, "accepted") + scene.count(shift, "offered")).isEqualTo(20);
    assertThat(scene.count(shift, "waiting")).isEqualTo(20);
  }

  @Test
  void offersLapsingOnSeveralNodesGoToTheNextOnce() throws Exception {
    ShiftId shift = scene.coming(scene.opportunity(organization, "at-once", 16), 1);
    List<AccountId> people = scene.volunteers(4);
    ApplicationId first = participation.apply(people.get(0), shift, ANY).application();
    for (int i = 1; i < 4; i++) participation.apply(people.get(i), shift, ANY);
    participation.withdraw(people.get(0), first);
    ApplicationId offered = new ApplicationId(scene.ids(shift, "offered").getFirst());
    db.sql("update participation.application set offer_ends = now() - interval '1 minute' where id = :id").param("id", offered.value()).update();

    allAtOnce(Collections.nCopies(8, () -> {
      lapses.lapse(offered);
      return true;
    }));

    assertThat(scene.state(offered)).isEqualTo("lapsed");
    assertThat(scene.count(shift, "offered")).isEqualTo(1);
    assertThat(scene.count(shift, "waiting")).isEqualTo(1);
    assertThat(scene.taken(shift)).isEqualTo(1);
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
