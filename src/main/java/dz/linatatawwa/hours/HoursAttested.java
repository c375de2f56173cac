package dz.linatatawwa.hours;

import dz.linatatawwa.accounts.AccountId;
import java.util.List;

/** Hours of one or of many people went into the ledger. Published once for a confirmation, inside its transaction. */
public record HoursAttested(List<Credit> credits) {

  public HoursAttested {
    credits = List.copyOf(credits);
  }

  /** What one claim brought one person. */
  public record Credit(AccountId volunteer, int minutes, ClaimId claim) {}

  /** Everybody concerned, each once. */
  public List<AccountId> volunteers() {
    return credits.stream().map(Credit::volunteer).distinct().toList();
  }
}
