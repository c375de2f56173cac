package dz.linatatawwa.certificates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day to which, both included.
 *  @param from null: from the first
 *  @param to   null: until today */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** All time. */
  public static final Span ALWAYS = new Span(null, null);

  public Span {
    if (from != null && to != null && to.isBefore(from)) throw new IllegalArgumentException("from " + from + " to " + to);
  }

  /** One calendar year. */
  public static Span year(int year) {
    return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
