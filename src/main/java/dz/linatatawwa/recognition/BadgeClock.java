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
  /** Nobody waits for the news of a walk as others wait for its end. */
  private static final Duration WALKING = Duration.ofSeconds(20);
  private static final int SOME = 200;

  private final NewsTable news;
  private final HoldingTable holdings;
  private final LevelCounting levels;
  private final Judging judging;
  private final Walking walking;
  private final Announcing announcing;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  BadgeClock(NewsTable news, HoldingTable holdings, LevelCounting levels, Judging judging, Walking walking, Announcing announcing, TransactionTemplate inTransaction, Clock clock) {
    this.news = news;
    this.holdings = holdings;
    this.levels = levels;
    this.judging = judging;
    this.walking = walking;
    this.announcing = announcing;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.badges:2s}", initialDelayString = "${linatatawwa.clock.badges-first:10s}")
  void tick() {
    during(AT_A_TIME, this::lookAgain);
    during(WALKING, walking::step);
    during(AT_A_TIME, () -> announcing.announce(null, SOME) == SOME);
    holdings.sumHolders();
    levels.step();
  }

  /** @return whether there may be more */
  boolean lookAgain() {
    return Boolean.TRUE.equals(inTransaction.execute(status -> {
      var people = news.takeDue(SOME);
      judging.bring(people, "changed", null, false);
      return people.size() == SOME;
    }));
  }

  private void during(Duration time, BooleanSupplier step) {
    Instant end = clock.instant().plus(time);
    while (step.getAsBoolean() && clock.instant().isBefore(end)) Thread.onSpinWait();
  }
}
