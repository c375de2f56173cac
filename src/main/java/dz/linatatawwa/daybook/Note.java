package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that was written down on the day, and waits for a coordinator to make something of it.
 *  @param kind {@code goods} or {@code note}: incidents have a number and a page of their own */
public record Note(String key, String kind, String words, @Nullable String place, Instant notedAt, AccountId notedBy) {}
