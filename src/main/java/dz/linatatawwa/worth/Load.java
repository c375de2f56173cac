package dz.linatatawwa.worth;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that an administrator brought.
 *  @param stored   null: only looked at so far
 *  @param undone   null: it stands
 *  @param standing the years of it that are in use now; none where newer tables replaced all of them */
public record Load(long id, LoadKind kind, List<Integer> years, String source, int rows, AccountId by, Instant at, @Nullable Instant stored, @Nullable Instant undone,
    List<Integer> standing) {

  public Load {
    years = List.copyOf(years);
    standing = List.copyOf(standing);
  }

  /** Only what wholly stands is taken back: whoever wants an older one first takes the newer one back. */
  public boolean undoable() {
    return stored != null && undone == null && standing.size() == years.size();
  }
}
