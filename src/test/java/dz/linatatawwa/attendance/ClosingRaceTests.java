package dz.linatatawwa.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.Scene;
import dz.linatatawwa.world.WorldTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is marked on one connection while the day is being closed on another. */
@WorldTest
class ClosingRaceTests {

  @Autowired Roster roster;
  @Autowired DeedTable deeds;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  AccountId owner;
  AccountId karim;
  ShiftId shift;
  Scene scene;

  @BeforeEach
  void aDayThatIsOver() {
    scene = new Scene(db);
    owner = scene.account("أمينة");
    karim = scene.volunteer("كريم", 1958);
    long opportunity = scene.opportunity(scene.organization(owner), "at-once", 16);
    shift = scene.shift(opportunity, Instant.now().minus(Duration.ofHours(2)), Duration.ofMinutes(110), 3);
  }

  @Test
  void aCheckInThatMeetsTheClosingIsToldThatTheDayIsClosed() throws Exception {
    scene.seat(shift, karim);
    assertThat(whileClosing(mark -> roster.checkIn(mark))).isEqualTo(new Deed.Refused(Deed.Why.CLOSED));
    assertThat(open()).isZero();
  }

  @Test
  void aPersonWithoutASeatDoesNotSlipIntoTheClosedDay() throws Exception {
    assertThat(whileClosing(mark -> deeds.in(mark, DeedKind.WALK_IN, Instant.now()).isPresent())).isEqualTo(false);
    assertThat(open()).isZero();
    assertThat(db.sql("select count(*) from attendance.deed where shift_id = " + shift).query(Integer.class).single()).isZero();
  }

  /** Marks when everything of the closing is done but its commit. */
  private Object whileClosing(Function<Mark, Object> deed) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> closing = threads.submit(() -> new TransactionTemplate(transactions).execute(state -> {
        Closed done = roster.close(owner, shift);
        closed.countDown();
        waitFor(commit);
        return done;
      }));
      waitFor(closed);
      Future<Object> marked = threads.submit(() -> deed.apply(new Mark(UUID.randomUUID().toString(), owner, shift, karim)));
      await().until(() -> waiting() > 0);
      commit.countDown();
      closing.get();
      return marked.get();
    }
  }

  private int waiting() {
    return db.sql("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").query(Integer.class).single();
  }

  private int open() {
    return db.sql("select count(*) from attendance.attendance where closed_at is null and shift_id = " + shift).query(Integer.class).single();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
