package dz.linatatawwa.hours;

import java.util.List;

/** What came of writing into the ledger without a proposal before it. */
public sealed interface Outcome {

  /** The ledger says it now.
   *  @param claims those that were written, by day; empty where nothing is to stand */
  record Written(List<ClaimId> claims) implements Outcome {

    public Written {
      claims = List.copyOf(claims);
    }
  }

  /** Nothing was changed, and why. */
  record Left(Why why) implements Outcome {}
}
