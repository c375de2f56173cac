package dz.linatatawwa.organizations.web;

/** An invitation that waits.
 *  @param name the organisation's name for who is invited, the contact for who invited
 *  @param ends the last day, in words */
public record InvitationRow(long id, String name, String role, String ends) {}
