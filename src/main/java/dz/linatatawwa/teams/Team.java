package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** People who take seats together.
 *  @param name    2 to 60 characters
 *  @param second  the other captain, or null
 *  @param members who belong to it, the captains too
 *  @param asking  who came by its link and wait for a captain's yes */
public record Team(long id, String name, AccountId captain, @Nullable AccountId second, int members, int asking) {

  /** Whether somebody speaks for the team. */
  public boolean ledBy(AccountId person) {
    return person.equals(captain) || person.equals(second);
  }
}
