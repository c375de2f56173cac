package dz.linatatawwa.figures;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings the days of operations up to date, and makes them anew. */
@Component
class OperationKeeper implements Rebuilding {

  private final OperationDays days;
  private final Clock clock;

  OperationKeeper(OperationDays days, Clock clock) {
    this.days = days;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "operations";
  }

  /** Until it is done, figures are counted from the facts themselves. */
  @Override
  public void rebuild(Consumer<String> told) {
    days.forget();
    Instant asOf = clock.instant();
    for (int year : days.years()) told.accept(year + ": " + days.rebuild(year) + " cells");
    days.now(asOf);
    hear();
  }

  /** Everything that was heard so far; the first time, everything there is. */
  void hear() {
    if (days.asOf().isEmpty()) {
      rebuild(step -> {});
      return;
    }
    while (days.hear());
  }
}
