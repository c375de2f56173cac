package dz.linatatawwa.hours;

import java.util.Arrays;
import java.util.Optional;

/** Where a claim stands. */
public enum ClaimState {
  /** Waits for a coordinator, and its clock runs. */
  PROPOSED("proposed"),
  /** Stands in the ledger. */
  CONFIRMED("confirmed"),
  /** Was not accepted; nothing stands in the ledger. */
  REFUSED("refused"),
  /** Stood in the ledger and was taken back by another line. */
  REVERSED("reversed");

  private final String code;

  ClaimState(String code) {
    this.code = code;
  }

  /** As kept in the database, in addresses and in message keys. */
  public String code() {
    return code;
  }

  /** @param code proposed, confirmed, refused or reversed; anything else gives nothing */
  public static Optional<ClaimState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
  }
}
