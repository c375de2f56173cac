package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody contests a decision.
 *  @param settled null while it waits */
public record Recourse(long id, String kind, long ruling, Instant ruledAt, AccountId ruledBy, String title, AccountId askedBy, Instant askedAt, String words,
    @Nullable Settled settled) {

  /** How it ended.
   *  @param reversed whether the decision was taken back */
  public record Settled(boolean reversed, @Nullable String code, String answer, AccountId by, Instant at) {}
}
