package dz.linatatawwa.participation;

import org.jspecify.annotations.Nullable;

/** What comes with an application.
 *  @param role  one of the shift's roles, or null for any
 *  @param note  a word to the organisation, at most 500 characters; may be empty
 *  @param despiteClash the person knows of another seat at that time and wants both */
public record Wish(@Nullable Long role, String note, boolean despiteClash) {}
