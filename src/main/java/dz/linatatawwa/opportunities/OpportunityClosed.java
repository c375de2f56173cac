package dz.linatatawwa.opportunities;

/** An opportunity takes nobody in any more; who has a seat keeps it. */
public record OpportunityClosed(OpportunityId id) {}
