package dz.linatatawwa.ideas;

import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of an idea's way, as everybody reads it.
 *  @param code         why it was declined
 *  @param words        the answer; may be empty
 *  @param organization that took it up, gave it back or did it; null: those in power answered, or its author proposed it */
public record Step(long id, IdeaState state, @Nullable String code, String words, @Nullable OrganizationId organization, Instant at) {}
