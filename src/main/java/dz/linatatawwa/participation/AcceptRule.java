package dz.linatatawwa.participation;

import org.jspecify.annotations.Nullable;

/** Whom to accept at once: everybody who fits all that is given.
 *  @param minHours   attended before, in whole hours
 *  @param sameWilaya lives in the opportunity's wilaya
 *  @param minAge     surely reached on the day of the shift */
public record AcceptRule(@Nullable Integer minHours, boolean sameWilaya, @Nullable Integer minAge) {

  /** A rule that says nothing accepts nobody. */
  public boolean empty() {
    return minHours == null && minAge == null && !sameWilaya;
  }
}
