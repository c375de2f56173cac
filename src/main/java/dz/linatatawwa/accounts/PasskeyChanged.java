package dz.linatatawwa.accounts;

/** An account has one passkey more from now on, or one less.
 *  @param added whether it was added */
public record PasskeyChanged(AccountId account, boolean added) {}
