package dz.linatatawwa.credentials;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A credential as its holder sees it.
 *  @param holder    null once the holder has left
 *  @param from      first day of the activity, where it is told
 *  @param to        last day of the activity, where it is told
 *  @param minutes   confirmed time, where it is told
 *  @param until     last day on which it is good; null: for ever
 *  @param revokedAt null while it stands
 *  @param reason    message key in words for the holder; null while it stands
 *  @param site      address of the platform when it was issued, without a slash at its end */
public record CredentialView(CredentialId id, String kind, String source, @Nullable AccountId holder, Achievement achievement, @Nullable LocalDate from,
    @Nullable LocalDate to, @Nullable Long minutes, @Nullable LocalDate until, Instant issuedAt, @Nullable Instant revokedAt, @Nullable String reason,
    Sharing sharing, String site) {

  public boolean revoked() {
    return revokedAt != null;
  }

  /** Whether its time is over on this day. */
  public boolean expired(LocalDate today) {
    return until != null && until.isBefore(today);
  }
}
