package dz.linatatawwa.hours;

import org.jspecify.annotations.Nullable;

/** What of a book is asked for.
 *  @param year     of the day; null: all
 *  @param state    null: all; reversed ones come with the lines that reverse them
 *  @param declared what the person declared of work outside the platform, in place of what was attended: the two are never mixed */
public record BookFilter(@Nullable Integer year, @Nullable ClaimState state, boolean declared) {

  /** Everything that was attended. */
  public static final BookFilter ALL = new BookFilter(null, null, false);
}
