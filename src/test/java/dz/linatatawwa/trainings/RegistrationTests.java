package dz.linatatawwa.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.world.TestClock;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Places and the waiting list, one after the other and all at once. */
@WorldTest
class RegistrationTests {

  @Autowired Registrations registrations;
  @Autowired TrainingLapses lapses;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired TrainingWriting writing;
  @Autowired Door door;
  @Autowired Completions completions;
  @Autowired RuleWords words;
  @Autowired Trainings trainings;
  @Autowired JdbcClient db;

  Course course;

  @BeforeEach
  void people() {
    course = new Course(db);
  }

  @AfterEach
  void back() {
    TestClock.one().back();
  }

  @Test
  void fiveHundredAtOnceFillThePlacesAndWaitInOrderOfArrival() throws Exception {
    SessionId session = course.session(120);
    List<AccountId> people = course.scene.volunteers(500);

    List<Registered> answers = allAtOnce(people.stream().<Callable<Registered>>map(p -> () -> registrations.register(p, session)).toList());

    assertThat(answers.stream().filter(Registered.Placed.class::isInstance)).hasSize(120);
    assertThat(course.taken(session)).isEqualTo(120);
    assertThat(course.ids(session, "registered")).hasSize(120);
    List<Long> waiting = course.ids(session, "waiting");
    assertThat(waiting).hasSize(380);
    assertThat(Collections.max(course.ids(session, "registered"))).isLessThan(Collections.min(waiting));
    for (Registered answer : answers) {
      if (answer instanceof Registered.Waiting(var id, var position)) assertThat(waiting.indexOf(id.value()) + 1).isEqualTo(position);
    }
    assertThat(db.sql("select count(distinct digits) from trainings.registration where session_id = :s").param("s", session.value()).query(Integer.class).single()).isEqualTo(500);
  }

  @Test
  void onePersonIsNeverInTwoSessionsOfATraining() throws Exception {
    List<SessionId> sessions = List.of(course.session(5), course.session(5), course.session(5));
    AccountId karim = course.scene.volunteer("كريم", 1958);

    List<Callable<Registered>> deeds = new ArrayList<>();
    for (int i = 0; i < 5; i++) for (SessionId session : sessions) deeds.add(() -> registrations.register(karim, session));
    List<Registered> answers = allAtOnce(deeds);

    assertThat(answers.stream().filter(Registered.Placed.class::isInstance)).hasSize(5);
    assertThat(answers.stream().filter(new Registered.Refused(Registered.Why.OTHER_SESSION)::equals)).hasSize(10);
    assertThat(sessions.stream().mapToInt(course::taken).sum()).isEqualTo(1);
  }

  @Test
  void whoMovesUpConfirmsWithinAClockElseTheNextIsAsked() {
    SessionId session = course.session(1);
    List<AccountId> people = course.scene.volunteers(3);
    RegistrationId first = id(registrations.register(people.get(0), session));
    RegistrationId second = id(registrations.register(people.get(1), session));
    RegistrationId third = id(registrations.register(people.get(2), session));

    assertThat(registrations.withdraw(people.get(0), first)).isTrue();
    assertThat(course.state(second)).isEqualTo("offered");
    assertThat(course.taken(session)).isEqualTo(1);

    TestClock.one().goAhead(Duration.ofHours(25));
    assertThat(registrations.confirm(people.get(1), second)).isEqualTo(new Registered.Refused(Registered.Why.OFFER_LAPSED));
    lapses.over().forEach(lapses::lapse);
    assertThat(course.state(second)).isEqualTo("lapsed");
    assertThat(course.state(third)).isEqualTo("offered");
    assertThat(registrations.confirm(people.get(2), third)).isEqualTo(new Registered.Placed(third));
    assertThat(course.state(third)).isEqualTo("registered");
    assertThat(course.taken(session)).isEqualTo(1);
    assertThat(told(people.get(2), "training-offered")).isEqualTo(1);
    assertThat(told(people.get(2), "training-placed")).isEqualTo(1);
  }

  @Test
  void offersLapsingOnSeveralNodesGoToTheNextOnce() throws Exception {
    SessionId session = course.session(1);
    List<AccountId> people = course.scene.volunteers(4);
    RegistrationId first = id(registrations.register(people.get(0), session));
    for (int i = 1; i < 4; i++) registrations.register(people.get(i), session);
    registrations.withdraw(people.get(0), first);
    RegistrationId offered = new RegistrationId(course.ids(session, "offered").getFirst());
    db.sql("update trainings.registration set offer_ends = now() - interval '1 minute' where id = :id").param("id", offered.value()).update();

    allAtOnce(Collections.nCopies(8, () -> {
      lapses.lapse(offered);
      return true;
    }));

    assertThat(course.ids(session, "offered")).hasSize(1);
    assertThat(course.ids(session, "waiting")).hasSize(1);
    assertThat(course.taken(session)).isEqualTo(1);
  }

  @Test
  void aMinorNeedsTheGuardianAndAStrangerAProfile() {
    SessionId session = course.session(5);
    AccountId minor = course.scene.volunteer("ياسين", Instant.now().atZone(java.time.ZoneOffset.UTC).getYear() - 17);
    AccountId stranger = course.scene.account("زائر");

    assertThat(registrations.register(minor, session)).isEqualTo(new Registered.Refused(Registered.Why.GUARDIAN_NEEDED));
    assertThat(registrations.register(stranger, session)).isEqualTo(new Registered.Refused(Registered.Why.NOT_A_VOLUNTEER));
    assertThat(course.taken(session)).isZero();
  }

  @Test
  void whoLacksAPrerequisiteIsToldWhatIsMissingAndEntersOnceItIsThere() {
    TrainingId advanced = course.training("إسعافات متقدمة", null);
    Rule rule = Rule.of(new Condition.Holds("training", course.training.toString()));
    db.sql("update trainings.training set rule = cast(:rule as jsonb) where id = :id").param("rule", rule.json()).param("id", advanced.value()).update();
    SessionId session = course.session(advanced, Duration.ofDays(4), 5);
    AccountId karim = course.scene.volunteer("كريم", 1958);

    assertThat(registrations.register(karim, session)).isInstanceOfSatisfying(Registered.Lacks.class, lacks -> {
      assertThat(lacks.judgement().unmet()).hasSize(1);
      assertThat(words.missing(lacks.judgement().unmet().getFirst(), new dz.linatatawwa.language.Dictionary().in(dz.linatatawwa.language.Language.AR)))
          .contains("الإسعافات الأولية");
    });
    assertThat(course.taken(session)).isZero();

    SessionId first = course.session(5);
    RegistrationId his = id(registrations.register(karim, first));
    course.begin(first);
    door.tapped(course.owner, first, "prerequisite-1", his);
    completions.close(course.owner, first);
    assertThat(registrations.register(karim, session)).isInstanceOf(Registered.Placed.class);
  }

  @Test
  void aClosedTrainingABegunSessionAndASuspendedOrganisationTakeNobody() {
    AccountId karim = course.scene.volunteer("كريم", 1958);
    SessionId begun = course.session(5);
    course.begin(begun);
    assertThat(registrations.register(karim, begun)).isEqualTo(new Registered.Refused(Registered.Why.TOO_LATE));

    SessionId session = course.session(5);
    db.sql("update organizations.organization set state = 'suspended' where id = :id").param("id", course.organization.value()).update();
    assertThat(registrations.register(karim, session)).isEqualTo(new Registered.Refused(Registered.Why.NOT_OPEN));
    db.sql("update organizations.organization set state = 'verified' where id = :id").param("id", course.organization.value()).update();
    writing.close(trainings.find(course.training).orElseThrow(), course.owner);
    assertThat(registrations.register(karim, session)).isEqualTo(new Registered.Refused(Registered.Why.NOT_OPEN));
  }

  @Test
  void whoLeavesThePlatformGivesThePlaceToWhoWaits() {
    SessionId session = course.session(1);
    AccountId karim = course.scene.volunteer("كريم", 1958);
    AccountId lila = course.scene.volunteer("ليلى", 1990);
    RegistrationId his = id(registrations.register(karim, session));
    RegistrationId hers = id(registrations.register(lila, session));

    transaction.executeWithoutResult(status -> events.publishEvent(new AccountClosed(karim)));

    await().until(() -> course.state(his).equals("withdrawn"));
    assertThat(course.state(hers)).isEqualTo("offered");
  }

  @Test
  void aCancelledSessionTellsEverybodyAndAWiderOneTakesThoseWhoWait() {
    SessionId session = course.session(1);
    List<AccountId> people = course.scene.volunteers(2);
    registrations.register(people.get(0), session);
    RegistrationId waits = id(registrations.register(people.get(1), session));
    Training it = trainings.find(course.training).orElseThrow();
    var form = new java.util.HashMap<>(SessionForm.of(trainings.session(session).orElseThrow(), new dz.linatatawwa.language.Dictionary().in(dz.linatatawwa.language.Language.FR)).typed());
    form.put("capacity", "2");
    assertThat(writing.change(it, session, new SessionForm(form), course.owner).all()).isEmpty();
    assertThat(course.state(waits)).isEqualTo("offered");

    writing.cancelSession(it, session, "تعذر المكوّن", course.owner);
    assertThat(course.ids(session, "cancelled")).hasSize(2);
    assertThat(course.taken(session)).isZero();
    assertThat(told(people.get(0), "training-cancelled")).isEqualTo(1);
  }

  private int told(AccountId person, String kind) {
    return db.sql("select count(*) from notices.notice where account_id = :person and kind = :kind").param("person", person.value()).param("kind", kind)
        .query(Integer.class).single();
  }

  static RegistrationId id(Registered answer) {
    return switch (answer) {
      case Registered.Placed(var id) -> id;
      case Registered.Waiting(var id, var _) -> id;
      case Registered.Lacks(var judgement) -> throw new AssertionError(judgement);
      case Registered.Refused(var why) -> throw new AssertionError(why);
    };
  }

  static <T> List<T> allAtOnce(List<? extends Callable<? extends T>> deeds) throws InterruptedException, ExecutionException {
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
