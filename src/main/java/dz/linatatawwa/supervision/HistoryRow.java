package dz.linatatawwa.supervision;

import org.jspecify.annotations.Nullable;

/** A line of the audit log in the words of a reader ({@code template.supervision.history} shows a list of them).
 *  @param actor  the name of who did it, or of the platform
 *  @param object what it was done to: kind and number
 *  @param network from where, or empty
 *  @param reason in the actor's own words, or null */
public record HistoryRow(String when, String actor, String deed, String object, @Nullable String reason, String network) {}
