package dz.linatatawwa.daybook;

import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Page;
import gg.jte.Content;

/** What a room above adds to the screen on which a day is closed, above the goods of the day: goods that came from outside. */
public interface ClosingPart {

  /** What to show, with its own heading ({@code h2}); empty where there is nothing to show. */
  Content part(ShiftFacts shift, Page page);
}
