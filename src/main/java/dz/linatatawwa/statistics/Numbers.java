package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.integrity.SampleRate;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The nation at one moment, in few numbers: for the front page and for programs.
 *  @param activeMonth   volunteers with 60 counted minutes or more in the last 30 days; negative: not shown
 *  @param activeYear    the same in the last twelve months, this one and eleven before it; negative: not shown
 *  @param minutes       confirmed ever, in the grades that count; negative: not shown
 *  @param minutesYear   of the last twelve months; negative: not shown
 *  @param lateMinutes   confirmed with other grades, which do not count
 *  @param organizations verified
 *  @param opportunities open, with a coming shift
 *  @param placesLeft    of their coming shifts
 *  @param months        confirmed minutes of the last twelve months, the oldest first; negative: not shown
 *  @param tables        by division of the country
 *  @param sample        what came of asking a random sample of confirmed hours back */
public record Numbers(Instant asOf, long activeMonth, long activeYear, long minutes, long minutesYear, long lateMinutes, long organizations,
    long opportunities, long placesLeft, List<Month> months, Map<Division, List<WilayaNumbers>> tables, SampleRate sample) {

  public Numbers {
    months = List.copyOf(months);
    tables = Map.copyOf(tables);
  }

  /** The hours of one month. */
  public record Month(YearMonth month, long minutes) {}

  /** The table of a division. */
  public List<WilayaNumbers> table(Division division) {
    return tables.getOrDefault(division, List.of());
  }
}
