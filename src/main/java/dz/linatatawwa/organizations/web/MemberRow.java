package dz.linatatawwa.organizations.web;

import dz.linatatawwa.organizations.Member;

/** A member as the desk lists them.
 *  @param self whether it is the person who looks */
public record MemberRow(Member member, String name, boolean self) {}
