package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.Contact;
import java.time.Instant;

/** Somebody is asked to act for a partner; whoever has the link and the contact may accept. */
public record PartnerInvitation(long id, PartnerId partner, Contact contact, PartnerRole role, Instant endsAt) {}
