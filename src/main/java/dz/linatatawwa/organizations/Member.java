package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** A person in an organisation. */
public record Member(AccountId account, Role role, Instant since) {}
