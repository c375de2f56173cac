package dz.linatatawwa.accounts;

import org.jspecify.annotations.Nullable;

/** Somebody is leaving, in this transaction, and still has a name: heard at once, stored nowhere. What comes after is {@link AccountClosed}. */
public record AccountClosing(AccountId account, String name, @Nullable String email, @Nullable String phone) {}
