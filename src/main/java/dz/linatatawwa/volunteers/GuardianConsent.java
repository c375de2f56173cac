package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A guardian's consent to a minor's taking part.
 *  @param contact an e-mail address or a phone number, as accounts keeps it
 *  @param givenAt null while only asked for */
public record GuardianConsent(AccountId minor, String guardian, String contact, Instant askedAt, @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt) {

  /** Given and not withdrawn. */
  public boolean stands() {
    return givenAt != null && withdrawnAt == null;
  }

  /** Asked for, not given yet. */
  public boolean waits() {
    return givenAt == null;
  }
}
