package dz.linatatawwa.recovery;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request to come back.
 *  @param contact   the new one, proved by a code
 *  @param reference what the person tells the coordinator
 *  @param endsAt    until when a coordinator may vouch
 *  @param opensAt   from when on the account opens; null: nobody has vouched */
public record Recovery(long id, AccountId account, Contact contact, String reference, Instant askedAt, Instant endsAt, @Nullable Instant opensAt) {

  /** Whether a coordinator has vouched. */
  public boolean vouched() {
    return opensAt != null;
  }
}
