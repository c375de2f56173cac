package dz.linatatawwa.upkeep;

import java.time.Instant;

/** What one part of the program complained of in the log of this node.
 *  @param where  room and class
 *  @param times  warnings and faults since the start
 *  @param last   when last
 *  @param what   the kind of fault, or the sentence of the log without what was filled into it: nobody's data
 *  @param severe whether it was a fault rather than a warning */
public record Trouble(String where, long times, Instant last, String what, boolean severe) {}
