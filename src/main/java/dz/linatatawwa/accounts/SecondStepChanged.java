package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;

/** An account has an authenticator app from now on, or has none any more.
 *  @param added whether it has one */
public record SecondStepChanged(AccountId account, Language language, boolean added) {}
