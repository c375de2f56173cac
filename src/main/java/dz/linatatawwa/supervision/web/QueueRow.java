package dz.linatatawwa.supervision.web;

/** A matter as the queue lists it.
 *  @param clock how long is left, how long it is late, or what was decided
 *  @param hand  who has it in hand, or empty
 *  @param mine  whether that is the reader
 *  @param keptFor for whom, while they are away; or empty */
public record QueueRow(long id, String href, String summary, String kind, String place, String clock, boolean overdue, boolean decided, String hand, boolean mine, String keptFor) {}
