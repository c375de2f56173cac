package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** Somebody of a team, or who asks to belong to it.
 *  @param id    of the membership
 *  @param name  the whole one; of a minor the first name only
 *  @param first the first name: what the other members read */
public record TeamMember(long id, AccountId person, String name, String first, boolean minor, boolean accepted, Instant askedAt) {}
