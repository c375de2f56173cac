package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;

/** What came of putting a matter into somebody's hands. */
public sealed interface Assigned {

  /** It is in their hands.
   *  @param hand    whose; who stands in, where the one who was meant is away
   *  @param standIn whether that is so */
  record Done(AccountId hand, boolean standIn) implements Assigned {}

  /** It was decided meanwhile. */
  record Already(Matter matter) implements Assigned {}

  /** It cannot be put into those hands. @param key why, as a message key */
  record Refused(String key) implements Assigned {}
}
