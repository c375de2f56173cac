package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Division;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import java.util.Optional;

/** What an address asks of numbers; whatever it does not understand is as if it were not there.
 *  @param period   nothing: the page chooses one that has something to show
 *  @param division of the country, of the table and the map
 *  @param compare  with the period before
 *  @param all      everything, for who answers for it: not for publication
 *  @param byValue  places by their hours, not by their code */
public record Asked(Optional<Period> period, Filter filter, Division division, boolean compare, boolean all, boolean byValue) {

  /** How many traits the filter has. */
  public int traits() {
    return (filter.field().isPresent() || filter.activity().isPresent() ? 1 : 0) + (filter.audience().isPresent() ? 1 : 0) + (filter.sex().isPresent() ? 1 : 0)
        + (filter.age().isPresent() ? 1 : 0) + (filter.grades().equals(Filter.NONE.grades()) ? 0 : 1);
  }
}
