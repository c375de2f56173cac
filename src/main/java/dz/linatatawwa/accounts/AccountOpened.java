package dz.linatatawwa.accounts;

/** Somebody has an account from now on. */
public record AccountOpened(AccountId account) {}
