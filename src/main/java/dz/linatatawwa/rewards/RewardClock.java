package dz.linatatawwa.rewards;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the calendar brings: lots are drawn, codes end, and their holders are told three days before. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class RewardClock {

  private static final Logger LOG = LoggerFactory.getLogger(RewardClock.class);
  private static final int BEFORE = 3;

  private final Lots lots;
  private final GrantingTable grantings;
  private final ShowingTable showings;
  private final Grants grants;
  private final RewardNews news;
  private final TransactionTemplate inTransaction;
  private final Clock clock;

  RewardClock(Lots lots, GrantingTable grantings, ShowingTable showings, Grants grants, RewardNews news, TransactionTemplate inTransaction, Clock clock) {
    this.lots = lots;
    this.grantings = grantings;
    this.showings = showings;
    this.grants = grants;
    this.news = news;
    this.inTransaction = inTransaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.rewards:10m}", initialDelayString = "3m")
  void tick() {
    int drawn = lots.drawDue();
    if (drawn > 0) LOG.info("{} lots were drawn", drawn);
    inTransaction.executeWithoutResult(status -> {
      grantings.lapse(grants.today(), clock.instant());
      grantings.ending(grants.today().plusDays(BEFORE)).forEach(news::ends);
      showings.forgetMisses(clock.instant().minus(Duration.ofDays(2)));
    });
  }
}
