package dz.linatatawwa.site;

/** Tells how many messages wait for somebody. The room that keeps them answers; without it there are none. */
public interface UnreadSource {

  /** @param account the id of an account */
  int unread(long account);
}
