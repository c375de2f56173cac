package dz.linatatawwa.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.site.DataReplaced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers of the last moments, for pages that many ask for: none is older than a minute, and what was quickly counted is counted again. */
@Component
class RecentAnswers {

  private static final Duration FRESH = Duration.ofSeconds(50);
  private static final int MOST = 300;

  /** @param lines that were looked at */
  record Counted<T>(T answer, long lines) {}

  private record Asked(Question question, Set<Breakdown> by) {}

  private final Cache<Object, Object> answers = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();
  private final long many;
  private final Clock clock;

  /** @param many lines from which an answer is remembered; below 0 none is */
  RecentAnswers(@Value("${linatatawwa.figures.remember-from:50000}") long many, Clock clock) {
    this.many = many;
    this.clock = clock;
  }

  Answer answer(Question question, Set<Breakdown> by, Supplier<Counted<Answer>> count) {
    Asked asked = new Asked(question, Set.copyOf(by));
    return answers.getIfPresent(asked) instanceof Answer known && usable(known.asOf()) ? known : remember(asked, count.get());
  }

  Movement movement(Question question, Supplier<Counted<Movement>> count) {
    return answers.getIfPresent(question) instanceof Movement known && usable(known.asOf()) ? known : remember(question, count.get());
  }

  @EventListener(DataReplaced.class)
  void forget() {
    answers.invalidateAll();
  }

  /** Not for somebody amid a transaction: they shall find what they wrote. */
  private boolean usable(Instant asOf) {
    return !TransactionSynchronizationManager.isActualTransactionActive() && !asOf.plus(FRESH).isBefore(clock.instant());
  }

  private <T> T remember(Object asked, Counted<T> counted) {
    if (many >= 0 && counted.lines >= many && !TransactionSynchronizationManager.isActualTransactionActive()) answers.put(asked, counted.answer);
    return counted.answer;
  }
}
