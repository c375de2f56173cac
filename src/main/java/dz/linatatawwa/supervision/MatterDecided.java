package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import org.jspecify.annotations.Nullable;

/** A supervisor decided a matter. Published inside the transaction of the decision: a listener that throws takes the decision back. */
public record MatterDecided(MatterId matter, String kind, long subjectId, String decision,
    @Nullable String reasonCode, @Nullable String reason, AccountId by) {}
