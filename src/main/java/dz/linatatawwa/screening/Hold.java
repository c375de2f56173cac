package dz.linatatawwa.screening;

import dz.linatatawwa.opportunities.OpportunityId;
import java.time.Instant;
import java.util.List;

/** An opportunity that waits for a look. */
record Hold(long id, OpportunityId opportunity, Instant heldAt, List<Hit> hits) {}
