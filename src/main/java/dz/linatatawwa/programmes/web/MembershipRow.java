package dz.linatatawwa.programmes.web;

import dz.linatatawwa.programmes.Membership;
import dz.linatatawwa.programmes.Programme;

/** A membership as its member sees it.
 *  @param goal    in words
 *  @param reached whether the goal is reached
 *  @param missing what is missing, in words; empty when it is reached */
public record MembershipRow(Membership membership, Programme programme, String partner, String goal, boolean reached, String missing) {}
