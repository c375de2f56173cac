package dz.linatatawwa.supervision;

import org.jspecify.annotations.Nullable;

/** What somebody wants to decide of a matter.
 *  @param decision   one of the choices that the matter's room offers
 *  @param reasonCode one of the reasons of that choice, where it has any
 *  @param reason     the supervisor's own words, read by the people concerned */
public record Decision(String decision, @Nullable String reasonCode, @Nullable String reason) {}
