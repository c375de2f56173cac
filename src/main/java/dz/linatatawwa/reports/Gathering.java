package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All reports about one thing are one concern while nobody has decided, with one matter and one clock. In the transaction of the caller. */
@Component
class Gathering {

  /** How long supervisors have. */
  static final Duration USUAL = Duration.ofDays(5);
  /** How long they have where danger or minors are spoken of. */
  static final Duration URGENT = Duration.ofHours(24);

  private static final int ROUNDS = 5;

  private final ConcernTable concerns;
  private final ReportTable reports;
  private final Matters matters;
  private final Clock clock;

  Gathering(ConcernTable concerns, ReportTable reports, Matters matters, Clock clock) {
    this.concerns = concerns;
    this.reports = reports;
    this.matters = matters;
    this.clock = clock;
  }

  /** The concern that waits about a thing, its matter held so that nobody decides it meanwhile; a new one where none waits. Matters are held before
   *  concerns, as whoever decides holds them. */
  long hold(Reported about) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Long> waiting = concerns.waiting(about.thing());
      if (waiting.isPresent() && matters.hold(ConcernMatters.KIND, waiting.get())) return waiting.get();
      Optional<Long> opened = waiting.isPresent() ? Optional.empty() : concerns.open(about, clock.instant());
      if (opened.isPresent()) {
        ask(opened.get(), about, USUAL);
        return opened.get();
      }
    }
    throw new IllegalStateException("no concern about " + about.thing() + " could be held");
  }

  /** @param mark of a stranger; null: who has an account
   *  @return false when the same person has said so already */
  boolean add(long concern, Reported about, @Nullable AccountId by, byte @Nullable [] mark, ReportReason reason, String words) {
    if (!reports.insert(concern, by, mark, reason, words, clock.instant())) return false;
    concerns.count(concern, reason.urgent());
    if (reason.urgent()) ask(concern, about, URGENT);
    return true;
  }

  private void ask(long concern, Reported about, Duration within) {
    matters.open(ConcernMatters.KIND, concern, Whereabouts.in(about.wilaya()), about.title(), clock.instant().plus(within));
  }
}
