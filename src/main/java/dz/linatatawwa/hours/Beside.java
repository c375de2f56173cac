package dz.linatatawwa.hours;

import dz.linatatawwa.opportunities.Nature;
import java.time.Instant;

/** Somebody's attendance that was recorded and is no volunteering: it stands in their book, apart from their hours.
 *  @param minutes within the shift and its grace, as hours would be */
public record Beside(long opportunity, String title, Nature nature, Instant from, Instant to, int minutes) {}
