package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;

/** Who is signed in. A page method that takes it needs sign-in (others are led to it and back); {@code Optional<SignedIn>} does not. */
public record SignedIn(AccountId id, String name, Language language, boolean administrator) {}
