package dz.linatatawwa.opportunities;

import java.util.Set;

/** Something that people who applied must know was changed in a published opportunity.
 *  @param what  codes: {@code title}, {@code place}, {@code time}, {@code age}, {@code bring}, {@code access}; words in {@code opportunities.changed.<code>}
 *  @param shift the shift whose time changed; null when the change concerns all shifts */
public record OpportunityChanged(OpportunityId id, Set<String> what, @org.jspecify.annotations.Nullable ShiftId shift) {}
