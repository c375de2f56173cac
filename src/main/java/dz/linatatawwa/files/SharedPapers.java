package dz.linatatawwa.files;

import dz.linatatawwa.accounts.AccountId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Papers of a body, an incident, a case: of any kind; they stay when whoever handed them in leaves, and only some of those who have signed in read them. */
public interface SharedPapers extends FileAccess {

  @Override
  default Set<FileKind> accepts() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  default boolean leavesWithOwner() {
    return false;
  }

  @Override
  default boolean maySee(@Nullable AccountId person, StoredFile file) {
    return person != null && mayRead(person, file);
  }

  /** Whether somebody who has signed in may read a paper. */
  boolean mayRead(AccountId person, StoredFile file);
}
