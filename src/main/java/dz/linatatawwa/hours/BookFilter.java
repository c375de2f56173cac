package dz.linatatawwa.hours;

import org.jspecify.annotations.Nullable;

/** What of a book is asked for.
 *  @param year  of the day; null: all
 *  @param state null: all; reversed ones come with the lines that reverse them */
public record BookFilter(@Nullable Integer year, @Nullable ClaimState state) {

  /** Everything. */
  public static final BookFilter ALL = new BookFilter(null, null);
}
