package dz.linatatawwa.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agreement of a person to one purpose, as worded in one version.
 *  @param withdrawnAt null: it stands */
public record Consent(String purpose, int version, Instant givenAt, @Nullable Instant withdrawnAt) {}
