package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Rebuilding;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings the days of operations up to date, and makes them anew. */
@Component
class OperationKeeper implements Rebuilding {

  private final OperationDays days;

  OperationKeeper(OperationDays days) {
    this.days = days;
  }

  @Override
  public String name() {
    return "operations";
  }

  /** Year by year, each in a transaction of its own: what is read meanwhile is whole, as it was or as it is now. */
  @Override
  public void rebuild(Consumer<String> told) {
    if (days.asOf().isEmpty()) days.first(told);
    else for (int year : days.years()) told.accept(year + ": " + days.rebuild(year) + " cells");
    catchUp();
  }

  /** Everything that was heard so far; the first time, everything there is. */
  @Override
  public void catchUp() {
    if (days.asOf().isEmpty()) days.first(step -> {});
    while (days.hear());
  }
}
