package dz.linatatawwa.organizations;

/** A supervisor verified an organisation: from now on it may publish. */
public record OrganizationVerified(OrganizationId organization) {}
