package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody promised of a need.
 *  @param by        who promised it, for themselves or for a body
 *  @param giver     the name under which it was promised; empty once a person has left
 *  @param body      whether it is an organisation or a partner
 *  @param amount    whole units of the need
 *  @param delivered of it, as confirmed; may be more than was promised
 *  @param endedWhy  {@code withdrawn}, {@code released}, {@code closed}, {@code left}; null while the rest is expected */
public record Pledge(long id, NeedId need, AccountId by, @Nullable Long organization, @Nullable Long partner, LocalName giver, boolean body, int amount, LocalDate bringOn,
    String note, Instant at, int delivered, @Nullable String endedWhy) {

  /** How much is still expected of it. */
  public int expected() {
    return endedWhy == null ? Math.max(0, amount - delivered) : 0;
  }

  /** Whether anything is still expected. */
  public boolean waits() {
    return expected() > 0;
  }

  /** Where it stands, as the end of a message key: {@code waiting}, {@code partly}, {@code delivered}, or why it ended. */
  public String state() {
    if (delivered >= amount) return "delivered";
    if (endedWhy != null) return endedWhy;
    return delivered > 0 ? "partly" : "waiting";
  }
}
