package dz.linatatawwa.figures;

import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the slices on: when much waits, when something has waited for long, or when whole bodies or opportunities of lines have changed their place. Answers are as true before as after, only quicker. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class FigureClock {

  private static final Logger LOG = LoggerFactory.getLogger(FigureClock.class);
  private static final long MUCH = 4_000;
  private static final long LONG_SECONDS = 600;

  private final Preparing preparing;
  private final Keeping keeping;
  private final Figures figures;
  private final Clock clock;

  FigureClock(Preparing preparing, Keeping keeping, Figures figures, Clock clock) {
    this.preparing = preparing;
    this.keeping = keeping;
    this.figures = figures;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.figures:15s}", initialDelayString = "${linatatawwa.clock.figures-first:5s}")
  void tick() {
    if (!preparing.makeYears(LOG::info)) return;
    Keeping.Waiting waiting = keeping.waiting();
    if (waiting.turned() > 0 || waiting.rows() >= MUCH || waiting.rows() > 0 && waiting.seconds() >= LONG_SECONDS) keeping.fold();
    figures.keep(LocalDate.ofInstant(clock.instant(), Words.ZONE));
  }
}
