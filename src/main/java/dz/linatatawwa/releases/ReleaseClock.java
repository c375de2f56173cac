package dz.linatatawwa.releases;

import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** On the fifteenth day after a quarter's end its figures are drafted by themselves, once; somebody looks at them and publishes them. A year's are drafted once its fourth quarter
 *  is out, so that no later quarter has to be counted beside it. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class ReleaseClock {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseClock.class);

  private final Releases releases;
  private final Clock clock;

  ReleaseClock(Releases releases, Clock clock) {
    this.releases = releases;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.releases:1h}", initialDelayString = "${linatatawwa.clock.releases:5m}")
  void tick() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    Quarter last = Quarter.at(today).before();
    if (today.isBefore(last.last().plusDays(Releases.SETTLED_AFTER))) return;
    if (releases.of(last).isEmpty()) draft(last);
    Year year = new Year(today.getYear() - 1);
    if (releases.of(year).isEmpty() && releases.current(year.quarters().getLast()).isPresent()) draft(year);
  }

  private void draft(Term term) {
    switch (releases.draft(term, null)) {
      case Made.Drafted(Edition draft) -> LOG.info("the figures of {} are drafted", draft.fileName());
      case Made.Published published -> throw new IllegalStateException("only people publish");
      case Made.Refused(Made.Why why) -> LOG.info("the figures of {} are not drafted: {}", term.name(), why);
    }
  }
}
