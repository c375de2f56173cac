package dz.linatatawwa.demo;

import java.time.LocalDateTime;
import java.util.List;

/** An opportunity of the demonstration with its shifts.
 *  @param publishedDay days before today, may be later than the first shift by no means */
record Offer(long id, Body body, Lexicon.Work work, Country.Town town, String title, String summary, String description, String bring, String address,
    String state, boolean byHand, boolean remote, int publishedDay, List<Turn> turns) {

  /** A few are part of a curriculum or compulsory: recorded, and no hours come of them. The first organisation, which people try, has none such. */
  String nature() {
    if (body.id() == 1) return "free";
    return id % 37 == 5 ? "curricular" : id % 113 == 9 ? "compulsory" : "free";
  }

  /** A shift, in the country's time.
   *  @param firstDay counted from the first day of the world */
  record Turn(long id, LocalDateTime starts, LocalDateTime ends, int capacity, int firstDay, int lastDay) {}
}
