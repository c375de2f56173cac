package dz.linatatawwa.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.turnout.Excluded;
import dz.linatatawwa.turnout.NotCounted;
import dz.linatatawwa.turnout.OperationFigures;
import dz.linatatawwa.turnout.Operations;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.impact.Impact;
import dz.linatatawwa.impact.Reach;
import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is told beside hours, remembered for a minute like the answers. */
@Component
class Beside {

  private static final long MOST = 1_000;

  private record At(Scope scope, Period period) {}

  private final Operations operations;
  private final Excluded excluded;
  private final Impact impact;
  private final Cache<At, OperationFigures> organised = cache();
  private final Cache<At, NotCounted> left = cache();
  private final Cache<At, Reach> reached = cache();

  Beside(Operations operations, Excluded excluded, Impact impact) {
    this.operations = operations;
    this.excluded = excluded;
    this.impact = impact;
  }

  OperationFigures operations(Scope scope, Period period) {
    return organised.get(new At(scope, period), at -> operations.of(at.scope(), at.period()));
  }

  NotCounted excluded(Scope scope, Period period) {
    return left.get(new At(scope, period), at -> excluded.of(at.scope(), at.period()));
  }

  Reach reach(Scope scope, Period period) {
    return reached.get(new At(scope, period), at -> impact.of(at.scope(), at.period()));
  }

  /** Forgets everything at once. */
  @EventListener(DataReplaced.class)
  public void forget() {
    organised.invalidateAll();
    left.invalidateAll();
    reached.invalidateAll();
  }

  private static <T> Cache<At, T> cache() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(1)).build();
  }
}
