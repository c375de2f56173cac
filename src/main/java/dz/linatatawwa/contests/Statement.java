package dz.linatatawwa.contests;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** What one side said of a case. */
public record Statement(Side side, String words, AccountId by, Instant at) {}
