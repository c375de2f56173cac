package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deed as a device wrote it down.
 *  @param key      made by the device, unique for ever: 8 to 64 characters (a UUIDv7 as text)
 *  @param deviceAt when it happened, by the device's clock
 *  @param sequence the device's own count of its deeds
 *  @param twoSided proved by both: a signed code of the one, read by the other
 *  @param times    of a correction, by the shift's clock; else null
 *  @param undoes   of an undo: the key of the deed that is taken back; else null
 *  @param reason   at most 300 characters */
public record DeedLine(String key, ShiftId shift, AccountId volunteer, DeedKind kind, Instant deviceAt, long sequence, boolean twoSided,
    @Nullable Times times, @Nullable String undoes, @Nullable String reason) {

  public DeedLine {
    if (key.length() < 8 || key.length() > 64) throw new IllegalArgumentException("a key of " + key.length() + " characters");
    if ((kind == DeedKind.CORRECT) != (times != null)) throw new IllegalArgumentException(kind + " with times " + times);
    if ((kind == DeedKind.UNDO) != (undoes != null)) throw new IllegalArgumentException(kind + " of " + undoes);
    if (reason != null && reason.length() > 300) throw new IllegalArgumentException("a reason of " + reason.length() + " characters");
  }
}
