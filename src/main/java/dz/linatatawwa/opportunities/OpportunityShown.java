package dz.linatatawwa.opportunities;

/** What everybody sees of an opportunity came to be, or changed: itself or its shifts. Published within the transaction that changes it, so that whoever
 *  looks at it first may still take it out of sight. */
public record OpportunityShown(OpportunityId id) {}
