package dz.linatatawwa.programmes;

import org.jspecify.annotations.Nullable;

/** Which members an institution looks at; what is null does not matter.
 *  @param words part of a name, or a whole number at the institution */
public record ProgressFilter(@Nullable Long cohort, @Nullable Boolean reached, @Nullable String words) {

  /** Everybody. */
  public static final ProgressFilter ALL = new ProgressFilter(null, null, null);
}
