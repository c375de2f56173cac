package dz.linatatawwa.keys;

import java.util.List;

/** Keys of one purpose, for the command line: a bean of the room that signs with them. */
public interface KeyRing {

  /** What they sign, in one word: {@code codes}. */
  String name();

  /** The names of their files without ending, the one that signs now first. */
  List<String> keys();

  /** From now on a new key signs; the others stay to check what they signed. */
  void renew();
}
