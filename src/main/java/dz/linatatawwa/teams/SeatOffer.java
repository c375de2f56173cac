package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.ShiftFacts;
import org.jspecify.annotations.Nullable;

/** A seat that somebody would give: to a stand-in, or for a seat in another shift.
 *  @param seat   the giver's application
 *  @param listed shown on the opportunity's page; else by its link only
 *  @param wants  of a swap: the shift that is wanted; null: any other of the opportunity
 *  @param taker  who said yes, or null
 *  @param bring  of a swap: the taker's application
 *  @param state  {@code offered}, {@code taken} (waits for a coordinator), {@code done}, {@code refused}, {@code withdrawn} */
public record SeatOffer(long id, boolean swap, ApplicationId seat, AccountId giver, boolean listed, @Nullable ShiftFacts wants, @Nullable AccountId taker,
    @Nullable ApplicationId bring, String state, ShiftFacts facts) {

  public boolean is(String other) {
    return state.equals(other);
  }
}
