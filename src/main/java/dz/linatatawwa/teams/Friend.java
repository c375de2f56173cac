package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;

/** Somebody with whom a person comes to a shift, or who has asked to.
 *  @param other   the other one
 *  @param invited the other one came by this person's link
 *  @param agreed  both have said yes */
public record Friend(long id, AccountId other, boolean invited, boolean agreed) {}
