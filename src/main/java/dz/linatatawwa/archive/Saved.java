package dz.linatatawwa.archive;

import java.util.List;

/** What came of telling of an operation. */
public sealed interface Saved {

  /** It is kept, as a draft or again as one that waits. */
  record Done(OperationId id) implements Saved {}

  /** Something does not fit.
   *  @param field which part of the form
   *  @param key   why, as a message key with its arguments */
  record Unfit(String field, String key, List<Object> arguments) implements Saved {}

  /** It was merged, withdrawn or is over. */
  record TooLate() implements Saved {}
}
