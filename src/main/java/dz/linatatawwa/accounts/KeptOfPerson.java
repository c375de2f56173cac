package dz.linatatawwa.accounts;

import java.util.List;

/** What a room keeps of people: a bean for each room that has tables with somebody in them. From these lines the register of processing is printed, a person's
 *  own data are read, and what goes with a person who leaves is taken away; a table without a line stops the build. */
public interface KeptOfPerson {

  /** A line for each table that names a person. */
  List<Kept> kept();

  /** What goes by itself when its time is over. */
  default List<Retention> retentions() {
    return List.of();
  }
}
