package dz.linatatawwa.supervision.web;

/** What one supervisor has to do and has done, in words.
 *  @param place what they look after
 *  @param pace  the middle time to a decision, or a dash */
public record WorkloadRow(long person, String name, String place, int open, int overdue, int decided, String pace, boolean away) {}
