package dz.linatatawwa.hours;

import java.util.Map;

/** Sums of one person.
 *  @param byGrade confirmed minutes; grades without any are missing
 *  @param waiting minutes proposed and not settled yet
 *  @param waitingClaims how many claims that is
 *  @param declared minutes of work outside the platform that stand, with grades that do not count; they are part of {@code byGrade} */
public record HourTotals(Map<Grade, Long> byGrade, long waiting, int waitingClaims, long declared) {

  public HourTotals {
    byGrade = Map.copyOf(byGrade);
  }

  /** Confirmed minutes of the grades that count. */
  public long counted() {
    return byGrade.entrySet().stream().filter(grade -> Grade.COUNTED.contains(grade.getKey())).mapToLong(Map.Entry::getValue).sum();
  }

  /** Confirmed minutes of what was attended, in grades that do not count. */
  public long uncounted() {
    return confirmed() - counted() - declared;
  }

  /** Confirmed minutes of every grade. */
  public long confirmed() {
    return byGrade.values().stream().mapToLong(Long::longValue).sum();
  }
}
