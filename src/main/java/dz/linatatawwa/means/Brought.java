package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was brought, as the organisation confirmed it.
 *  @param pledge   the promise that it keeps; null: it was brought without one
 *  @param giver    who had promised it; null likewise
 *  @param amount   whole units of the need
 *  @param shift    the day on whose screen it was ticked; null: on the desk
 *  @param reversed it was a mistake, and another line says so
 *  @param used     a line of the day's book says that it was used */
public record Brought(long id, NeedId need, @Nullable Long pledge, @Nullable LocalName giver, int amount, @Nullable Long shift, AccountId by, Instant at, boolean reversed,
    boolean used) {}
