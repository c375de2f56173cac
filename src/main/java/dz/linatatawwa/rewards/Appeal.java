package dz.linatatawwa.rewards;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody asks a person to decide about a refusal or a hold.
 *  @param kind       refusal or hold
 *  @param granting   what is held
 *  @param reason     why it was refused or held, as a code
 *  @param outcome    null while it waits; granted, released, refused or over
 *  @param reasonCode of the decision
 *  @param answer     the decider's own words */
public record Appeal(long id, String kind, BenefitId benefit, AccountId volunteer, @Nullable GrantingId granting, String reason, String words, Instant openedAt,
    @Nullable String outcome, @Nullable String reasonCode, @Nullable String answer) {

  public boolean open() {
    return outcome == null;
  }
}
