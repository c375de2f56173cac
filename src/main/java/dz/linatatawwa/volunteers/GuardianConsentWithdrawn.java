package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;

/** A guardian's consent ended: the minor holds no seat any more. */
public record GuardianConsentWithdrawn(AccountId minor) {}
