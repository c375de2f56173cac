package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** A number or an address of an account belongs to somebody else by now and opens it no more.
 *  @param left the contact that the account still has, or null */
public record ContactReleased(AccountId account, Language language, Contact gone, @Nullable Contact left) {}
