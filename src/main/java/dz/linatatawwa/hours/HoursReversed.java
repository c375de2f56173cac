package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;

/** Hours of one person were taken back by other lines of the ledger. Published inside the transaction.
 *  @param reason as the one who did it wrote it; the person reads it */
public record HoursReversed(AccountId volunteer, int minutes, ClaimId claim, String reason) {}
