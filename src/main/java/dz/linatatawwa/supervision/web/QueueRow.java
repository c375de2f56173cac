package dz.linatatawwa.supervision.web;

/** A matter as the queue lists it.
 *  @param clock    how long is left, how long it is late, or what was decided
 *  @param claimant who works on it, or empty */
public record QueueRow(String href, String summary, String kind, String place, String clock, boolean overdue, boolean decided, String claimant) {}
