package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A shift that somebody took along.
 *  @param kind        phone or kiosk
 *  @param publicKey   of the phone: P-256, x and y
 *  @param phone       what the leader calls it
 *  @param returnedAt  everything was sent and the roster erased
 *  @param withdrawnAt what comes from it since goes to review */
public record Kit(long id, long shiftId, long leaderId, String kind, byte[] publicKey, String phone, Instant takenAt, @Nullable Instant lastSeen,
    @Nullable Instant returnedAt, @Nullable Instant withdrawnAt) {

  public AccountId leader() {
    return new AccountId(leaderId);
  }

  public ShiftId shift() {
    return new ShiftId(shiftId);
  }

  public boolean kiosk() {
    return kind.equals("kiosk");
  }

  public boolean withdrawn() {
    return withdrawnAt != null;
  }

  public boolean returned() {
    return returnedAt != null;
  }

  /** How deeds name where they came from. */
  String device() {
    return "kit-" + id;
  }
}
