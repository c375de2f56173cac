package dz.linatatawwa.notices;

import dz.linatatawwa.accounts.AccountId;
import java.util.Collection;
import java.util.List;

/** Some people to whom announcements may go, as the room that knows them answers for them. One bean for each kind. */
public interface Audience {

  /** The room's word for them, as it stands with the announcement: {@code circular}. */
  String kind();

  /** The next of them after this account, in the order of their numbers; asked until there are none.
   *  @param announcement its number, as {@link Announcements#begin} gave it */
  List<AccountId> after(long announcement, long account, int many);

  /** These have it now; in the transaction in which they were told. */
  default void told(long announcement, Collection<AccountId> people) {}
}
