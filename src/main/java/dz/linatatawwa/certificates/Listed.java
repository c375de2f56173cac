package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** One person of a list.
 *  @param name as it was; null once the account is closed */
public record Listed(int place, AccountId person, @Nullable String name, Graded minutes) {}
