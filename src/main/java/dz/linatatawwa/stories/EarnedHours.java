package dz.linatatawwa.stories;

import dz.linatatawwa.accounts.AccountId;

/** Whether somebody has been there: the room that keeps the ledger of hours answers. */
public interface EarnedHours {

  /** Whether this person has hours that somebody else confirmed. */
  boolean some(AccountId person);
}
