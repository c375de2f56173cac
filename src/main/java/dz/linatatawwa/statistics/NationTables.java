package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Division;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The nation by months and by wilayas, for programs.
 *  @param months  confirmed minutes of the last twelve months, the oldest first
 *  @param wilayas by division of the country */
public record NationTables(List<Month> months, Map<Division, List<WilayaNumbers>> wilayas) {

  public NationTables {
    months = List.copyOf(months);
    wilayas = Map.copyOf(wilayas);
  }

  /** The hours of one month; negative: not shown. */
  public record Month(YearMonth month, long minutes) {}

  /** The table of a division. */
  public List<WilayaNumbers> of(Division division) {
    return wilayas.getOrDefault(division, List.of());
  }
}
