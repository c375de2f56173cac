package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import org.springframework.stereotype.Service;

/** What was attended and is not counted, and why. */
@Service
public class Excluded {

  private final Happened happened;

  Excluded(Happened happened) {
    this.happened = happened;
  }

  /** Of a scope and a period; a claim belongs to the day on which its time began, a line of the ledger to its own day, what is no volunteering to the day of its shift. */
  public NotCounted of(Scope scope, Period period) {
    return happened.in(scope, period).notCounted(scope, period);
  }
}
