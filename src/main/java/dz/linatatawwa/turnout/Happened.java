package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened in a scope and a period: from the days that are kept, and where there are none (of people, or before they were first made) from the facts themselves. */
@Component
class Happened {

  private final FactCount facts;
  private final OperationDays days;

  Happened(FactCount facts, OperationDays days) {
    this.facts = facts;
    this.days = days;
  }

  Facts in(Scope scope, Period period) {
    return kept(scope).map(asOf -> days.of(scope, period, asOf)).orElseGet(() -> facts.of(scope, period));
  }

  /** Volunteers whose accounts are open at the end of a period, of a scope in which people live or which they are. */
  long registered(Scope scope, Period period) {
    return kept(scope).map(asOf -> days.registered(scope, period.to())).orElseGet(() -> facts.of(scope, Period.everTo(period.to())).registered());
  }

  private Optional<Instant> kept(Scope scope) {
    return scope instanceof Scope.OfPeople ? Optional.empty() : days.asOf();
  }
}
