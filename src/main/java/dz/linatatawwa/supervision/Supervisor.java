package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who looks after a territory.
 *  @param wilaya null: the nation */
public record Supervisor(AccountId account, @Nullable WilayaCode wilaya, Instant since, AccountId grantedBy) {}
