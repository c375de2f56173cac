package dz.linatatawwa.opportunities;

/** An opportunity was published: everybody sees it from now on. */
public record OpportunityPublished(OpportunityId id) {}
