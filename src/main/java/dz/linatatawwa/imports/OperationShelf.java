package dz.linatatawwa.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The room that takes past operations, seen from the import desk; it answers with a bean. */
public interface OperationShelf {

  /** What is wrong with an operation.
   *  @param field code of a column of the table
   *  @param key   a message key, with its arguments */
  record Unfit(String field, String key, List<Object> arguments) {}

  /** Why an operation cannot be kept; nothing when it can. */
  Optional<Unfit> fault(BroughtOperation operation);

  /** Titles of the operations that are kept under some of these keys. */
  Map<UUID, String> known(Collection<UUID> keys);

  /** Keeps them, in the transaction of the caller. */
  void store(Import of, List<BroughtOperation> operations);

  /** All rows were looked at; in the transaction of the last portion. */
  void done(Import of);

  /** What became of a portion that was taken back.
   *  @param gone how many are no longer there
   *  @param kept how many stay, because something stands on them
   *  @param more whether there are others */
  record Taken(int gone, int kept, boolean more) {}

  /** Takes back the next portion of what an import stored, in the transaction of the caller. Each is asked for once. */
  Taken takeBack(Import of);
}
