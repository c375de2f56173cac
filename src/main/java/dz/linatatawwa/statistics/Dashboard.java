package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.turnout.Reason;
import dz.linatatawwa.impact.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers of one subject as one viewer may see them: what a page, a file, a picture and the API show alike.
 *  @param filter   that was applied; of what was asked, the public gets one trait at most
 *  @param narrowed whether something that was asked was left out for that reason
 *  @param before   the period that is compared with
 *  @param figures  the large ones
 *  @param operations how volunteering is organised; empty where a filter leaves it unsaid
 *  @param months   every month of the period; empty where it cuts through months
 *  @param traits   by field, activity, audience and so on
 *  @param places   wilayas of the nation by the division, communes of a wilaya
 *  @param excluded minutes that are not counted, by reason; empty where nobody may see them
 *  @param reach    what was achieved beside hours */
public record Dashboard(Subject subject, Asked asked, Period period, Filter filter, boolean narrowed, Instant asOf, Showing showing, Optional<Period> before,
    List<Figure> figures, List<Figure> operations, Chart months, List<Chart> traits, Chart places, Map<Reason, Long> excluded, List<Reach.Line> reach) {

  /** What can be shown. */
  public enum Showing {
    SHOWN,
    /** Nothing was counted. */
    EMPTY,
    /** One to four persons stand behind it, or it would tell of as few. */
    HIDDEN
  }

  public Dashboard {
    figures = List.copyOf(figures);
    operations = List.copyOf(operations);
    traits = List.copyOf(traits);
    excluded = Map.copyOf(excluded);
    reach = List.copyOf(reach);
  }

  /** A figure of either list. */
  public Optional<Figure> figure(Definition definition) {
    return java.util.stream.Stream.concat(figures.stream(), operations.stream()).filter(one -> one.definition() == definition).findFirst();
  }

  /** A chart of the traits. */
  public Optional<Chart> trait(Breakdown by) {
    return traits.stream().filter(chart -> chart.by() == by).findFirst();
  }

  /** Whether anything at all is hidden on it. */
  public boolean hides() {
    return months.hides() || places.hides() || traits.stream().anyMatch(Chart::hides)
        || java.util.stream.Stream.concat(figures.stream(), operations.stream()).anyMatch(one -> one.value() == null);
  }
}
