package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.ShiftFacts;

/** What a friend's link opens: the shift, and who gave it out. */
public record Invite(PersonalLink link, ApplicationId application, AccountId host, ShiftFacts facts) {}
