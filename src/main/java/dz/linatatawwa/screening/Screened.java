package dz.linatatawwa.screening;

import dz.linatatawwa.opportunities.OpportunityId;
import java.time.Instant;

/** What a rule held once.
 *  @param outcome {@code waits}, {@code shown} or {@code sent-back} */
public record Screened(OpportunityId id, String title, Instant at, int version, String found, String outcome) {}
