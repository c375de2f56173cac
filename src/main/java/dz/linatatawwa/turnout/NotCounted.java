package dz.linatatawwa.turnout;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Minutes that were attended and not counted, by reason. What was attended on a day that nobody has closed is not known yet and stands nowhere.
 *  @param asOf    the figures are true at this moment
 *  @param minutes of every reason, also where there are none */
public record NotCounted(Scope scope, Period period, Instant asOf, Map<Reason, Long> minutes) {

  public NotCounted {
    Map<Reason, Long> all = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) all.put(reason, minutes.getOrDefault(reason, 0L));
    minutes = Map.copyOf(all);
  }

  public long of(Reason reason) {
    return minutes.getOrDefault(reason, 0L);
  }

  /** Of all reasons; each minute has one. */
  public long total() {
    return minutes.values().stream().mapToLong(Long::longValue).sum();
  }
}
