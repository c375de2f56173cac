package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule of one purpose: what may be uploaded for it and who may see it. The room that owns the purpose has one bean for it. */
public interface FileAccess {

  /** The purpose that this answers for: {@code organization-document}. */
  String purpose();

  /** What may be uploaded. */
  Set<FileKind> accepts();

  /** Whether everybody may see every file of this purpose; browsers and proxies then keep it. */
  default boolean isPublic() {
    return false;
  }

  /** Whether its files are the person's own: they always may see them, and the files go when the account is closed. Else they belong to a body and stay
   *  with it, also when the person who uploaded them leaves it. */
  default boolean leavesWithOwner() {
    return true;
  }

  /** Whether this person may see this file; asked for whoever it is not the own file of.
   *  @param person null: somebody who has not signed in */
  boolean maySee(@Nullable AccountId person, StoredFile file);
}
