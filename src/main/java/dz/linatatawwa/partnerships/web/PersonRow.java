package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.PartnerMember;

/** Somebody who acts for a partner, as lists show them.
 *  @param self whether it is the person who looks */
public record PersonRow(PartnerMember member, String name, boolean self) {}
