package dz.linatatawwa.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the access log: somebody in office opened a person's file.
 *  @param kind    of the page: {@code contest}
 *  @param words   in the actor's own words, or null
 *  @param network the front part of the address */
public record Access(long id, Instant at, AccountId actor, AccountId person, String kind, String object, String reason, @Nullable String words, String network) {}
