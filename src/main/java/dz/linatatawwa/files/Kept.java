package dz.linatatawwa.files;

import java.util.List;

/** What came of an upload. */
public sealed interface Kept {

  /** It is kept. */
  record Stored(FileId id) implements Kept {}

  /** It was not taken.
   *  @param key the plain reason, as a message key, with its arguments */
  record Refused(String key, List<Object> arguments) implements Kept {

    static Refused because(String key, Object... arguments) {
      return new Refused(key, List.of(arguments));
    }
  }
}
