package dz.linatatawwa.opportunities;

/** One shift was called off; the opportunity's other shifts stand.
 *  @param reason in the organisation's own words */
public record ShiftCancelled(OpportunityId opportunity, ShiftId shift, String reason) {}
