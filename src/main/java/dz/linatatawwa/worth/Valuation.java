package dz.linatatawwa.worth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What hours are worth, in dinars, and how many full-time workers give as much. All amounts of money are whole centimes, rounded half up once, at the end.
 *  @param minutes     that were valued
 *  @param lowerBound  at the minimum wage in force on the month of the hours
 *  @param minimum     the wages behind it, by the day from which they hold
 *  @param replacement what it would cost to have the same work done for wages; nothing while no wages are loaded
 *  @param months      of the period, with the part of a month that it holds, two places; of everything ever: from the first month with hours on
 *  @param fullTime    full-time equivalents: H / (173.33 × months), two places
 *  @param share       of the gross domestic product; nothing while that of the year is not loaded, and where a period does not lie within one year */
public record Valuation(long minutes, BigDecimal lowerBound, List<Minimum> minimum, Optional<Replacement> replacement, BigDecimal months, BigDecimal fullTime,
    Optional<Share> share) {

  public Valuation {
    minimum = List.copyOf(minimum);
  }

  /** A minimum wage that was applied.
   *  @param text the decree that set it */
  public record Minimum(LocalDate from, BigDecimal dinarsAnHour, String text) {}

  /** Replacement cost: each activity at the wage of its group of ISCO-08, of the longest known beginning of its code; what has none, at the lower bound.
   *  @param withWage minutes that had a wage; the others count with the mean lower bound of all
   *  @param year     of the wages: the latest loaded that is not after the period's last year
   *  @param sources  as they were given with the wages that were applied */
  public record Replacement(BigDecimal dinars, long withWage, int year, List<String> sources) {

    public Replacement {
      sources = List.copyOf(sources);
    }
  }

  /** Value over the gross domestic product of the same span: that of the year × months / 12.
   *  @param ofOne   six places; of the replacement cost where there is one, else of the lower bound
   *  @param method  which value was taken
   *  @param year    of the product */
  public record Share(BigDecimal ofOne, Method method, int year, String source) {}

  /** How a value was found. */
  public enum Method {
    LOWER_BOUND("lower-bound"), REPLACEMENT("replacement");

    private final String code;

    Method(String code) {
      this.code = code;
    }

    /** As tables and message keys write it. */
    public String code() {
      return code;
    }
  }
}
