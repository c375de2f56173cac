package dz.linatatawwa.guardians;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** Somebody of a group, as its leader sees them.
 *  @param id        of the membership
 *  @param age       surely reached today
 *  @param guardian  the guardian's name as the leader knows it
 *  @param contact   the guardian's contact as the leader knows it, as accounts keeps it
 *  @param agreed    how many guardians agree to their taking part with this group
 *  @param pictures  whether a guardian agrees to published pictures
 *  @param minor     under the age of majority
 *  @param entrusted has no contact of their own: the leader keeps the account
 *  @param accepted  said yes to belonging to the group, or has no account of their own
 *  @param waits     a paper that names them waits for a second person */
public record YouthMember(long id, AccountId person, String name, String code, int age, @Nullable String guardian, @Nullable String contact, int agreed,
    boolean pictures, boolean minor, boolean entrusted, boolean accepted, boolean waits) {

  /** Whether they may take a place with the group. */
  public boolean ready() {
    return accepted && (!minor || agreed > 0);
  }
}
