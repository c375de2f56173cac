package dz.linatatawwa.attendance;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;

/** Who marks whom in which shift.
 *  @param key made by the device or the form, 8 to 64 characters; the same key never does anything twice */
public record Mark(String key, AccountId by, ShiftId shift, AccountId volunteer) {

  public Mark {
    if (key.length() < 8 || key.length() > 64) throw new IllegalArgumentException("a key of " + key.length() + " characters");
  }
}
