package dz.linatatawwa.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Deeds that come from phones, doors and paper: in any order, any number of times, from several places at once. Each counts once; what they
 *  come to is the same whatever the order (docs/decisions/0031). */
@Service
public class Arrivals {

  private static final int TRIES = 5;

  private final FirstCheckIns first;
  private final Merging merging;
  private final Clock clock;

  Arrivals(FirstCheckIns first, Merging merging, Clock clock) {
    this.first = first;
    this.merging = merging;
    this.clock = clock;
  }

  /** Takes a batch: one transaction for each line, so that whatever was cut off is simply sent again. The device's clock is put right by what
   *  it says now; paper has none. Call it outside a transaction.
   *  @return an answer for each line, in their order */
  public List<Answer> take(Batch batch) {
    Instant received = clock.instant();
    Duration drift = batch.via() == Via.PAPER ? Duration.ZERO : Duration.between(batch.deviceNow(), received);
    return batch.lines().stream().map(line -> take(batch, line, line.deviceAt().plus(drift).truncatedTo(ChronoUnit.MICROS), received)).toList();
  }

  private Answer take(Batch batch, DeedLine line, Instant at, Instant received) {
    for (int tries = 1; ; tries++) {
      try {
        Optional<Answer> quick = at.isAfter(received.plus(Fold.SAME)) ? Optional.empty() : first.take(batch, Arrived.of(batch, line, at));
        return quick.isPresent() ? quick.get() : merging.take(batch, line, at, received);
      } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
        // the same line came twice in the same moment, or two nodes waited for each other: look again
        if (tries == TRIES) throw e;
      }
    }
  }
}
