package dz.linatatawwa.rewards;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that was shown at a counter, as it stands now.
 *  @param holder     the least of a name: the first word, and a letter
 *  @param redeemedAt by this very showing
 *  @param undoneAt   when it was taken back
 *  @param undoable   whether whoever redeemed it may still take it back
 *  @param state      what to say: ready, redeemed, undone, already, held, expired, gone, stale */
public record Showing(UUID key, Granting granting, String holder, @Nullable Instant redeemedAt, @Nullable Instant undoneAt, boolean undoable, String state) {

  public boolean is(String wanted) {
    return state.equals(wanted);
  }
}
