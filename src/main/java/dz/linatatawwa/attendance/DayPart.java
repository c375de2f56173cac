package dz.linatatawwa.attendance;

import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Page;
import gg.jte.Content;

/** What a room above adds to the page of a day's roster, below its counts. */
public interface DayPart {

  /** Lower numbers stand first. */
  int order();

  /** @param closed the day was closed */
  Content part(ShiftFacts shift, boolean closed, Page page);
}
