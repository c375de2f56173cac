package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key as it is known after it was shown: never the secret itself.
 *  @param label   what its people call it
 *  @param prefix  its first letters, by which it is known again
 *  @param maker   in whose name it acts, and with no more power than they have at that moment
 *  @param usedAt  to the minute; null: never
 *  @param revoked when and by whom; null: it was not */
public record ApiKey(long id, KeyOwner owner, String label, String prefix, Set<KeyScope> scopes, AccountId maker, Instant madeAt, Instant endsAt, @Nullable Instant usedAt,
    @Nullable Instant revokedAt, @Nullable AccountId revokedBy) {

  /** How a key stands by itself; its body and its maker are asked besides. */
  public enum State { LIVING, ENDED, REVOKED }

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  public State state(Instant now) {
    if (revokedAt != null) return State.REVOKED;
    return endsAt.isAfter(now) ? State.LIVING : State.ENDED;
  }

  public boolean may(KeyScope scope) {
    return scopes.contains(scope);
  }
}
