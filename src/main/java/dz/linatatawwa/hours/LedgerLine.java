package dz.linatatawwa.hours;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the ledger as an organisation reads it.
 *  @param reverses the line that it takes back, with minutes below nothing
 *  @param shiftId  null: of work that was not a shift */
public record LedgerLine(long id, @Nullable Long reverses, long volunteerId, @Nullable Long shiftId, @Nullable Long opportunityId, LocalDate day, int minutes,
    String grade, Instant writtenAt) {}
