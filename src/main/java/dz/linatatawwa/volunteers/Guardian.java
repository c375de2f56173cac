package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import dz.linatatawwa.language.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who answers for a minor.
 *  @param place     1 or 2: a minor has at most two
 *  @param contact   where the personal link goes; null: known by a signed paper only
 *  @param stoppedAt when they said no to everything; while it stands the minor takes part in nothing */
public record Guardian(long id, AccountId minor, int place, String name, @Nullable Contact contact, Language language, Instant namedAt,
    @Nullable Instant stoppedAt) {

  /** Whether they said no to everything. */
  public boolean stopped() {
    return stoppedAt != null;
  }
}
