package dz.linatatawwa.releases;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts that stand in no ledger: what is left of a year's when those of its quarters are taken away, must not be of few people either. */
final class Remainder {

  /** The count of people that adds up over quarters. */
  private static final String FILLED = "PLC_FILLED";

  private Remainder() {}

  /** What a year may say beside the quarters that are out. */
  static Beside ofYear(Beside year, Collection<Beside> quarters) {
    SortedMap<String, Long> excluded = new TreeMap<>(year.excluded());
    excluded.replaceAll((reason, minutes) -> minutes > 0 && quarters.stream().anyMatch(quarter -> minutes(quarter, reason) < 0) ? -1
        : isFew(minutes - quarters.stream().mapToLong(quarter -> minutes(quarter, reason)).sum()) ? -1 : minutes);
    SortedMap<String, BigDecimal> counts = new TreeMap<>(year.counts());
    BigDecimal filled = counts.get(FILLED);
    boolean open = quarters.stream().allMatch(quarter -> quarter.counts().containsKey(FILLED));
    if (filled != null && (!open || Cell.isFew(filled.longValue() - filled(quarters)))) counts.remove(FILLED);
    return year.saying(excluded, counts);
  }

  /** What a quarter may say beside the year and the year's other quarters. */
  static Beside ofQuarter(Beside quarter, Beside year, Collection<Beside> others) {
    SortedMap<String, Long> excluded = new TreeMap<>(quarter.excluded());
    excluded.replaceAll((reason, minutes) -> minutes > 0 && minutes(year, reason) > 0 && others.stream().allMatch(other -> minutes(other, reason) >= 0)
        && isFew(minutes(year, reason) - minutes - others.stream().mapToLong(other -> minutes(other, reason)).sum()) ? -1 : minutes);
    SortedMap<String, BigDecimal> counts = new TreeMap<>(quarter.counts());
    BigDecimal filled = counts.get(FILLED);
    BigDecimal whole = year.counts().get(FILLED);
    boolean open = others.stream().allMatch(other -> other.counts().containsKey(FILLED));
    if (filled != null && whole != null && open && Cell.isFew(whole.longValue() - filled.longValue() - filled(others))) counts.remove(FILLED);
    return quarter.saying(excluded, counts);
  }

  private static long filled(Collection<Beside> quarters) {
    return quarters.stream().mapToLong(quarter -> quarter.counts().getOrDefault(FILLED, BigDecimal.ZERO).longValue()).sum();
  }

  private static long minutes(Beside of, String reason) {
    return of.excluded().getOrDefault(reason, 0L);
  }

  private static boolean isFew(long minutes) {
    return minutes > 0 && minutes < Outside.FEWEST_MINUTES;
  }
}
