package dz.linatatawwa.organizations;

/** A supervisor suspended an organisation: it keeps its past and takes in nobody. */
public record OrganizationSuspended(OrganizationId organization, String reasonCode) {}
