package dz.linatatawwa.opportunities;

/** What is open in one place.
 *  @param opportunities published, of verified organisations, with a coming shift
 *  @param seats         that are left in their coming shifts */
public record OpenOffer(int opportunities, long seats) {}
