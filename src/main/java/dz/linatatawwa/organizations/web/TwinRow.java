package dz.linatatawwa.organizations.web;

import java.util.List;

/** A file that may be of the same organisation.
 *  @param signs what is the same, in words */
public record TwinRow(OrganizationCard card, List<String> signs) {}
