package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.util.Optional;

/** One kind of decision that those concerned may contest, as the room that made it answers for it. One bean for each kind. */
public interface Contestable {

  /** The kind, as addresses write it: {@code organization-suspension}. */
  String kind();

  /** The message key of the kind's name. */
  String nameKey();

  /** The decision that stands now about this number; nothing where there is none. */
  Optional<Ruling> ruling(long id);

  /** Takes it back with what it did, in this transaction.
   *  @return false when there is nothing to take back any more */
  boolean reverse(long id, AccountId by, String words);
}
