package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;

/** People who asked for seats in one shift in one go.
 *  @param kind  {@code team} or {@code group}
 *  @param whole all of them or nobody */
public record Party(PartyId id, ShiftId shift, String kind, String name, boolean whole, AccountId madeBy) {

  /** One person of a party.
   *  @param seats the person's own, and one for each who comes under their application */
  public record Member(ApplicationId application, AccountId person, String name, int birthYear, String state, int seats) {

    /** Waits, or holds a seat. */
    public boolean living() {
      return switch (state) {
        case "pending", "accepted", "waiting", "offered" -> true;
        default -> false;
      };
    }
  }
}
