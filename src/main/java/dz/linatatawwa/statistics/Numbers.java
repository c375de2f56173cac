package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.integrity.SampleRate;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The nation's numbers at one moment.
 *  @param activeMonth   volunteers with 60 counted minutes or more in the last 30 days; negative: not shown
 *  @param activeYear    the same in the last 12 months
 *  @param minutes       confirmed ever, in the grades that count
 *  @param minutesYear   of the last 12 months
 *  @param lateMinutes   confirmed with other grades, which do not count
 *  @param organizations verified
 *  @param opportunities open, with a coming shift
 *  @param placesLeft    of their coming shifts
 *  @param months        confirmed minutes of the last 12 months, the oldest first
 *  @param tables        by division of the country
 *  @param sample        what came of asking a random sample of confirmed hours back */
public record Numbers(Instant asOf, long activeMonth, long activeYear, long minutes, long minutesYear, long lateMinutes, long organizations,
    long opportunities, long placesLeft, List<Month> months, Map<Division, List<WilayaFigures>> tables,
    SampleRate sample) {

  public Numbers {
    months = List.copyOf(months);
    tables = Map.copyOf(tables);
  }

  /** The hours of one month. */
  public record Month(YearMonth month, long minutes) {}

  /** The table of a division. */
  public List<WilayaFigures> table(Division division) {
    return tables.getOrDefault(division, List.of());
  }
}
