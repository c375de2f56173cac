package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A shift as everybody's calendars show it.
 *  @param off     called off, alone or with its opportunity
 *  @param commune code; null where there is none
 *  @param changed when anything of it that a calendar shows last changed */
public record DatedShift(ShiftId id, OpportunityId opportunity, Instant startsAt, Instant endsAt, boolean off, String title, String summary, LocalName organization,
    String address, @Nullable String commune, boolean remote, Instant changed) {}
