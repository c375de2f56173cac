package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import java.time.Instant;

/** A person who acts for a partner. */
public record PartnerMember(AccountId account, PartnerRole role, Instant since) {}
