package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;

/** An idea came into another state, or was answered again. Stored with the change; whoever follows it is told afterwards.
 *  @param by who did it: they need not be told */
public record IdeaMoved(IdeaId idea, long step, AccountId by) {}
