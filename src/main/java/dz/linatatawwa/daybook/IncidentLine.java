package dz.linatatawwa.daybook;

import java.time.Instant;

/** One line of the list of incidents.
 *  @param words  how the report begins
 *  @param title  of the opportunity
 *  @param parts  how many parts it has: 1 is the report alone */
public record IncidentLine(IncidentId id, String name, Instant happenedAt, String place, String words, boolean serious, String title, int parts) {}
