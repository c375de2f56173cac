package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;

/** Somebody who had a guardian reached the age of majority: the consents ended, the guardian's page is closed, the account is theirs alone. */
public record CameOfAge(AccountId volunteer) {}
