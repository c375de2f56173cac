package dz.linatatawwa.figures;

import dz.linatatawwa.language.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes at once what figures are read from, after much was written at once: the first who asks afterwards waits for nothing. Without it the clock does the same within a minute. */
@Component
public class Preparing {

  private static final long PAUSE_MS = 500;

  private final Keeping keeping;
  private final Figures figures;
  private final List<Rebuilding> others;
  private final Clock clock;

  Preparing(Keeping keeping, Figures figures, List<Rebuilding> others, Clock clock) {
    this.keeping = keeping;
    this.figures = figures;
    this.others = List.copyOf(others);
    this.clock = clock;
  }

  /** All of it; what another process is making just now is waited for.
   *  @param told hears of each step that is done, in English */
  public void prepare(Consumer<String> told) {
    while (!makeYears(told)) pause();
    for (long waiting = keeping.waiting().rows(); waiting > 0; waiting = keeping.waiting().rows()) {
      OptionalLong slices = keeping.fold();
      if (slices.isEmpty()) pause();
      else told.accept(waiting + " lines and changes folded into " + slices.getAsLong() + " slices of figures");
    }
    for (Rebuilding other : others) {
      other.catchUp();
      told.accept(other.name() + " counted day by day");
    }
    figures.keep(LocalDate.ofInstant(clock.instant(), Words.ZONE));
    told.accept("first answers of the nation are at hand");
  }

  /** Years that have too much that is fresh, or came from another cluster.
   *  @return false when another process keeps the slices just now */
  boolean makeYears(Consumer<String> told) {
    keeping.look();
    for (OptionalInt year = keeping.next(); year.isPresent(); year = keeping.next()) {
      long began = System.nanoTime();
      OptionalLong lines = keeping.make(year.getAsInt());
      if (lines.isEmpty()) return false;
      told.accept("figures of " + year.getAsInt() + " made from " + lines.getAsLong() + " lines in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another process keeps the slices", e);
    }
  }
}
