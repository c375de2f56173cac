package dz.linatatawwa.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Powers and absences by the clock: told of 30 and 7 days before they end, closed when they have, lent and given back. Each is told once and done once, however
 *  often and on however many nodes this runs. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class PowerRounds {

  /** How many days before the end the holder and the giver hear of it. */
  private static final int EARLY = 30;
  private static final int LATE = 7;

  private final PowerTable table;
  private final Powers powers;
  private final Absences absences;
  private final PowerNews news;
  private final Clock clock;

  PowerRounds(PowerTable table, Powers powers, Absences absences, PowerNews news, Clock clock) {
    this.table = table;
    this.powers = powers;
    this.absences = absences;
    this.news = news;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT45S", fixedDelayString = "PT5M")
  void run() {
    absences.turn();
    powers.closeWhatIsOver();
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
  void remind() {
    Instant now = clock.instant();
    for (Power power : table.ending(now, now.plus(Duration.ofDays(EARLY)))) {
      news.ending(power, power.until().isAfter(now.plus(Duration.ofDays(LATE))) ? EARLY : LATE);
    }
  }
}
