package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.Contact;
import java.time.Instant;

/** Somebody is asked to become a member; whoever proves that the contact is theirs may accept. */
public record Invitation(long id, OrganizationId organization, Contact contact, Role role, Instant invitedAt, Instant endsAt) {}
