package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a supervisor asked one side, and what it answered.
 *  @param side   organization or volunteer
 *  @param of     the organisation's number, or the volunteer's account
 *  @param answer null while nobody has answered */
public record Question(long id, long doubt, String side, long of, String words, AccountId askedBy, Instant askedAt, @Nullable String answer,
    @Nullable AccountId answeredBy, @Nullable Instant answeredAt) {}
