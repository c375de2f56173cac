package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of volunteer hours: from a closed attendance to a line that stands, and, where it was wrong, to the line that takes it back. */
@Service
public class HourLedger {

  private final ClaimTable claims;
  private final LedgerCheck check;

  HourLedger(ClaimTable claims, LedgerCheck check) {
    this.claims = claims;
    this.check = check;
  }

  /** Proposes the hours of everybody who was there and has not been claimed yet; once, however often it is asked.
   *  Time is what was attended within the shift and its grace, in whole minutes.
   *  @param by null: the platform itself, when the day was closed
   *  @return how many were proposed now */
  @Transactional
  public int propose(ShiftId shift, @Nullable AccountId by) {
    return claims.propose(shift.value(), by == null ? null : by.value(), HourLimits.USUAL, 19, null).size();
  }

  /** Where what is kept for speed, or a claim, does not equal the ledger; empty when all is well. */
  public List<Difference> verify() {
    return check.differences();
  }
}
