package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.LocalName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One claim that a doubt rests on: who, where, when, how it was written down and who confirmed it.
 *  @param state     of the claim
 *  @param place     code of the commune; null: remote
 *  @param appliedAt null: a walk-in
 *  @param in        checked in, as it was written down
 *  @param inBy      who wrote it down
 *  @param enteredAt when it was last written down
 *  @param by        who confirmed or refused it */
public record Evidence(long claim, AccountId volunteer, String state, @Nullable String title, @Nullable LocalName organization, @Nullable Long organizationId,
    @Nullable Long shiftId, @Nullable String place, Instant from, Instant to, int minutes, String grade, @Nullable Instant appliedAt, @Nullable Instant in,
    @Nullable Instant out, @Nullable AccountId inBy, Instant enteredAt, Instant proposedAt, @Nullable Instant decidedAt, @Nullable AccountId by,
    @Nullable AccountId second) {}
