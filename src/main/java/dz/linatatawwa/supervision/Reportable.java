package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import java.util.Optional;

/** One kind of thing that people may report, as the room that it belongs to answers for it. One bean for each kind. */
public interface Reportable {

  /** The kind, as addresses write it: {@code opportunity}. */
  String kind();

  /** The message key of the kind's name. */
  String nameKey();

  /** What the public sees, or saw before it was taken out of sight; nothing for drafts and for what does not exist. */
  Optional<Reported> find(String id);

  /** Takes it out of every list, search, feed and page, in this transaction; its people still see it.
   *  @param code  a coded reason of the decision
   *  @param words of whoever decided
   *  @return false when nobody sees it as it is, or {@code by} has no power over it */
  boolean withhold(String id, AccountId by, String code, String words);

  /** Shows it again as it was.
   *  @return false when it was not withheld by a decision (any more) */
  boolean release(String id, AccountId by, String words);
}
