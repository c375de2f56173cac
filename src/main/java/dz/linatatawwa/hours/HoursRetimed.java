package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;

/** The times of a claim that waits were changed. Published inside the transaction.
 *  @param before minutes claimed until now
 *  @param after  minutes claimed from now on */
public record HoursRetimed(AccountId volunteer, int before, int after, ClaimId claim, String reason) {}
