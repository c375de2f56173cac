package dz.linatatawwa.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** News between rooms that a listener did not hear, because its node died in between or the listener failed: any node has it heard. Which of them takes a piece
 *  of news is settled by its row (Spring Modulith sets it to resubmitted once); pauses double with each try. What everybody heard is forgotten after three days. */
@Component
@ConditionalOnProperty(name = "linatatawwa.command", havingValue = "false", matchIfMissing = true)
class UnheardNews {

  private static final Logger LOG = LoggerFactory.getLogger(UnheardNews.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int LONGEST = 11;
  private static final int AT_ONCE = 100;
  private static final Duration KEPT = Duration.ofDays(3);

  private final IncompleteEventPublications unheard;
  private final CompletedEventPublications heard;
  private final Clock clock;

  UnheardNews(IncompleteEventPublications unheard, CompletedEventPublications heard, Clock clock) {
    this.unheard = unheard;
    this.heard = heard;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${linatatawwa.clock.unheard:30s}", initialDelayString = "${linatatawwa.clock.unheard:30s}")
  void tellAgain() {
    try {
      unheard.resubmitIncompletePublications(ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withMaxInFlight(AT_ONCE).withFilter(this::due));
    } catch (RuntimeException later) {
      LOG.warn("news that nobody heard is told again later", later);
    }
  }

  @Scheduled(cron = "0 50 3 * * *", zone = "Africa/Algiers")
  void forget() {
    heard.deletePublicationsOlderThan(KEPT);
  }

  /** After half a minute, a minute, two … at most some seventeen hours. */
  private boolean due(EventPublication news) {
    @Nullable Instant last = news.getLastResubmissionDate();
    if (last == null) return true;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(news.getCompletionAttempts() - 1L, 0, LONGEST));
    return last.plus(pause).isBefore(clock.instant());
  }
}
