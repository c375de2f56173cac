package dz.linatatawwa.organizations.web;

import dz.linatatawwa.organizations.Role;

/** One of a person's own organisations. */
public record MineRow(OrganizationCard card, Role role) {}
