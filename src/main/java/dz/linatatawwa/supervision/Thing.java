package dz.linatatawwa.supervision;

import java.util.Optional;

/** One thing of some room, as supervision names it without knowing the room: {@code opportunity 7}, {@code day-picture 0c1e…}.
 *  @param kind of the bean {@link Reportable} that answers for it
 *  @param id   the room's own number of it, or the name of its file */
public record Thing(String kind, String id) {

  public Thing {
    if (!kind.matches("[a-z-]{2,40}") || !id.matches("[0-9a-f-]{1,36}")) throw new IllegalArgumentException("not a thing: " + kind + " " + id);
  }

  /** A thing known by a number. */
  public static Thing of(String kind, long number) {
    return new Thing(kind, Long.toString(number));
  }

  /** What an address names; nothing when it cannot be read. */
  public static Optional<Thing> read(String kind, String id) {
    return kind.matches("[a-z-]{2,40}") && id.matches("[0-9a-f-]{1,36}") ? Optional.of(new Thing(kind, id)) : Optional.empty();
  }

  /** Its number; 0 where its id is none. */
  public long number() {
    return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
  }
}
