package dz.linatatawwa.means;

import java.util.Arrays;
import java.util.Locale;

/** Where the booking of a thing stands. */
public enum BookingState {
  /** Another organisation asked, and the owner has not answered: the time is held meanwhile. */
  ASKED,
  AGREED,
  REFUSED,
  /** Taken back before the thing left. */
  WITHDRAWN,
  /** Its time went by and nothing was handed over. */
  LAPSED,
  /** Handed over. */
  OUT,
  /** Brought back. */
  RETURNED;

  /** As kept in the database and in message keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it keeps others from the thing. */
  public boolean holds() {
    return this == ASKED || this == AGREED || this == OUT;
  }

  static BookingState of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst().orElseThrow(() -> new IllegalArgumentException("no state " + code));
  }
}
