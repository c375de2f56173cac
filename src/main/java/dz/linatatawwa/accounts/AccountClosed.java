package dz.linatatawwa.accounts;

/** Somebody left: every room that holds something about the person erases it. */
public record AccountClosed(AccountId account) {}
