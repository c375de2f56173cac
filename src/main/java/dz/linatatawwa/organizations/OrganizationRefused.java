package dz.linatatawwa.organizations;

/** A supervisor refused an organisation, which may mend what was wrong and ask again. */
public record OrganizationRefused(OrganizationId organization, String reasonCode) {}
