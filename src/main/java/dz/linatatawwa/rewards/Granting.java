package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A benefit that was given to somebody.
 *  @param way         first-come, lot, reserve or decision
 *  @param ruleVersion of the rule that held then
 *  @param since       since when it is in its state
 *  @param redeemedAt  null: it is not redeemed
 *  @param salt        gives its code, with the platform's key */
public record Granting(GrantingId id, BenefitId benefit, LocalName name, String symbol, PartnerId partner, LocalName partnerName, AccountId volunteer, String way,
    int ruleVersion, GrantingState state, Instant since, Instant grantedAt, LocalDate useUntil, @Nullable Instant redeemedAt, byte[] salt) {

  public boolean is(GrantingState wanted) {
    return state == wanted;
  }

  /** Whether its code can still be used, or could after a decision. */
  public boolean living() {
    return state == GrantingState.GRANTED || state == GrantingState.HELD;
  }
}
