package dz.linatatawwa.accounts;

import dz.linatatawwa.language.Language;
import org.jspecify.annotations.Nullable;

/** Somebody signed in with a browser that this account was never used in; heard at once, stored nowhere.
 *  @param device browser and system in short; may be empty
 *  @param told   the address to tell besides the inbox: an e-mail address that was not the way in, for it costs nothing; or null */
public record CameInElsewhere(AccountId account, Language language, String device, @Nullable Contact told) {}
