package dz.linatatawwa.checkpoints;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Looks for entries without a place, batch by batch, until there is none. */
@Component
class Looks {

  private final Sequencer sequencer;

  Looks(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  /** At what was written lately. Numbers are no order of commits: it goes back to what had its place an hour ago. */
  Optional<Long> recent(LongConsumer told) {
    return from(sequencer.settled(), told);
  }

  /** Through the whole ledger: finds also what was committed more than an hour after its number was drawn.
   *  @param told how many have been placed so far, after each batch
   *  @return how many were placed; nothing when another node was at it: then that one goes on */
  Optional<Long> whole(LongConsumer told) {
    return from(0, told);
  }

  private Optional<Long> from(long above, LongConsumer told) {
    long placed = 0;
    long last = above;
    while (true) {
      Optional<Sequencer.Batch> batch = sequencer.batch(last);
      if (batch.isEmpty()) return Optional.empty();
      placed += batch.get().placed();
      last = batch.get().last();
      told.accept(placed);
      if (batch.get().placed() < Sequencer.BATCH) return Optional.of(placed);
    }
  }
}
