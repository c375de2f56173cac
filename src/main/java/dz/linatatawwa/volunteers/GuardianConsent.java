package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one guardian agreed to, as it was given.
 *  @param by          the guardian; null: agreed before guardians were kept by name, or both places were taken
 *  @param guardian    the guardian's name on that day
 *  @param contact     an e-mail address or a phone number, as accounts keeps it; null: by a signed paper
 *  @param version     of the words they were shown
 *  @param onPaper     by a signed paper that two people looked at, not by a personal link
 *  @param within      number of the organisation within which alone it holds; null: everywhere
 *  @param withdrawnBy code: {@code guardian}, {@code minor}, {@code organization}, {@code age}; null while it stands */
public record GuardianConsent(AccountId minor, @Nullable Long by, String guardian, @Nullable String contact, GuardianPurpose purpose, int version,
    boolean onPaper, @Nullable Long within, Instant givenAt, @Nullable Instant withdrawnAt, @Nullable String withdrawnBy) {

  /** Not withdrawn. */
  public boolean stands() {
    return withdrawnAt == null;
  }

  /** Whether this guardian gave it. */
  public boolean isBy(Guardian other) {
    return by != null && by == other.id();
  }
}
