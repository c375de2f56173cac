package dz.linatatawwa.programmes;

import org.jspecify.annotations.Nullable;

/** One member as the institution sees them: as little as they agreed to.
 *  @param minutes of counted grades within the programme's days; null where the member does not show them */
public record Progress(long membership, String name, @Nullable String cohort, @Nullable String reference, boolean reached, @Nullable Long minutes) {}
