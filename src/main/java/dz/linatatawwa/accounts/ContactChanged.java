package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** An account has another e-mail or phone from now on; the old one is told.
 *  @param before what was there, or null when nothing was */
public record ContactChanged(AccountId account, Language language, @Nullable Contact before, Contact after) {}
