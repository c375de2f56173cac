package dz.linatatawwa.releases;

import dz.linatatawwa.figures.Suppression;

/** What the ledger says of a group of people or of hours, before anything is hidden: never leaves the room.
 *  @param key     what the group is: {@code sex=F|age=15-24}; empty: everybody
 *  @param persons with 60 counted minutes or more
 *  @param givers  with any counted minutes
 *  @param minutes of all of them
 *  @param median  of the persons, the lower of two
 *  @param touched everybody with a line, also whose lines took each other back */
record Cell(String key, long persons, long givers, long minutes, long median, long touched) {

  static Cell empty(String key) {
    return new Cell(key, 0, 0, 0, 0, 0);
  }

  /** The same under another key. */
  Cell named(String other) {
    return new Cell(other, persons, givers, minutes, median, touched);
  }

  /** Whether so few stand behind it that it points at them. */
  boolean isSmall() {
    return isFew(persons) || isFew(givers);
  }

  static boolean isFew(long people) {
    return people > 0 && people < Suppression.FEWEST;
  }
}
