package dz.linatatawwa.nodes;

import java.util.Optional;

/** Something outside the database that all nodes must share, like keys or the store of files: a bean of the room that owns it. A node whose mark differs from
 *  that of an older living node does not become ready, so that a folder that was not shared is found before anybody uploads into it. */
public interface SharedThing {

  /** In one word: {@code keys}. */
  String name();

  /** Equal on all nodes that share it, tells nothing about it, at most 100 characters; nothing while it is not known. May be asked every few seconds. */
  Optional<String> mark();
}
