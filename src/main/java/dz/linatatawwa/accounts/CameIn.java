package dz.linatatawwa.accounts;

/** Somebody signed in, by a code or a passkey; heard at once, stored nowhere. */
public record CameIn(AccountId account) {}
