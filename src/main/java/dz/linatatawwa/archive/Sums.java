package dz.linatatawwa.archive;

import dz.linatatawwa.daybook.Unit;
import java.time.Instant;
import java.util.Map;

/** What the archive holds, as its people say: never to be added to hours of the ledger.
 *  @param people        taking part in all operations together; who took part twice is counted twice
 *  @param minutesProved declared, with a document that a supervisor accepted (grade D)
 *  @param minutes       declared, of the others (grade E)
 *  @param units         what was reached, the largest sums first */
public record Sums(long operations, long people, long minutesProved, long minutes, Map<Unit, Long> units, Instant asOf) {}
