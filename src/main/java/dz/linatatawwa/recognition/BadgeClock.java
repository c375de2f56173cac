package dz.linatatawwa.recognition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what waits: people to look at again, walks, news to tell. Whatever it was doing when the process died is still there. */
@Component
class BadgeClock {

  private static final Duration AT_A_TIME = Duration.ofSeconds(4);
  private static final int SOME = 200;

  private final NewsTable news;
  private final Judging judging;
  private final Walking walking;
  private final Announcing announcing;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  BadgeClock(NewsTable news, Judging judging, Walking walking, Announcing announcing, TransactionTemplate inTransaction, Clock clock) {
    this.news = news;
    this.judging = judging;
    this.walking = walking;
    this.announcing = announcing;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.badges:2s}", initialDelayString = "${linatatawwa.clock.badges-first:10s}")
  void tick() {
    during(this::lookAgain);
    during(walking::step);
    during(() -> announcing.announce(null, SOME) == SOME);
  }

  /** @return whether there may be more */
  boolean lookAgain() {
    return Boolean.TRUE.equals(inTransaction.execute(status -> {
      var people = news.takeDue(SOME);
      judging.bring(people, "changed", null, false);
      return people.size() == SOME;
    }));
  }

  private void during(BooleanSupplier step) {
    Instant end = clock.instant().plus(AT_A_TIME);
    while (step.getAsBoolean() && clock.instant().isBefore(end)) Thread.onSpinWait();
  }
}
