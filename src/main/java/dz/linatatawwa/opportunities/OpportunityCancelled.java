package dz.linatatawwa.opportunities;

/** An opportunity was called off, with all its coming shifts.
 *  @param reason in the organisation's own words */
public record OpportunityCancelled(OpportunityId id, String reason) {}
