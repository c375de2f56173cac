package dz.linatatawwa.messages;

import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;

/** An organisation of somebody's in which volunteers wait for an answer.
 *  @param waiting conversations
 *  @param oldest  since when the first of them does */
public record AwaitedBy(OrganizationId organization, LocalName name, int waiting, Instant oldest) {}
