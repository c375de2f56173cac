package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's part in a programme, as they see it themselves.
 *  @param cohort          null: none
 *  @param reference       their number at the institution, or null
 *  @param consentedAt     when they last agreed to what is shown
 *  @param waitsForGuardian a minor whose guardian has not agreed yet: the institution sees nothing */
public record Membership(long id, ProgrammeId programme, AccountId volunteer, @Nullable Cohort cohort, @Nullable String reference, Shown shown,
    Instant consentedAt, boolean waitsForGuardian) {}
