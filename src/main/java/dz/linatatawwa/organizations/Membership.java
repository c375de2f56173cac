package dz.linatatawwa.organizations;

import java.time.Instant;

/** One person's part in one organisation. */
public record Membership(Organization organization, Role role, Instant since) {}
