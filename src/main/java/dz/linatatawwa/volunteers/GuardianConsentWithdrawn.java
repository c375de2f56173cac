package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** A guardian's consent to something ended, by withdrawal or by coming of age: to take part (the minor holds no seat any more unless they are of age), to be
 *  shown in pictures, to be followed by an institution.
 *  @param purpose null in what was stored before there were several: taking part
 *  @param ofAge   ended because the person came of age */
public record GuardianConsentWithdrawn(AccountId minor, @Nullable GuardianPurpose purpose, boolean ofAge) {

  /** Whether the minor may take part no longer. */
  public boolean endsTakingPart() {
    return !ofAge && (purpose == null || purpose == GuardianPurpose.TAKE_PART);
  }

  /** Whether it is about this. */
  public boolean isAbout(GuardianPurpose other) {
    return purpose == other;
  }
}
