package dz.linatatawwa.imports;

import java.util.List;

/** What became of a file: a table, or a reason why it is none. */
public sealed interface Reading {

  /** It could be read. */
  record Done(Grid grid) implements Reading {}

  /** It could not; the message says why. */
  record Refused(String key, List<Object> arguments) implements Reading {
    static Refused because(String key, Object... arguments) {
      return new Refused(key, List.of(arguments));
    }
  }
}
