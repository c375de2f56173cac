package dz.linatatawwa.organizations;

/** A supervisor ended the suspension of an organisation: it may publish again. */
public record OrganizationReinstated(OrganizationId organization) {}
