package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** An owner asks that the seat goes to another place. */
public record SeatMove(long id, OrganizationId organization, Seat to, String words, AccountId askedBy, Instant askedAt) {}
