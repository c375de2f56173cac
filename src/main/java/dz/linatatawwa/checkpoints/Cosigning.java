package dz.linatatawwa.checkpoints;

import java.util.List;

/** What became of a checkpoint that came back with signatures of others. */
public sealed interface Cosigning {

  /** These witnesses' signatures are kept now.
   *  @param size entries of the checkpoint */
  record Kept(long size, List<String> witnesses) implements Cosigning {
    public Kept {
      witnesses = List.copyOf(witnesses);
    }
  }

  /** Nothing was kept. */
  record Refused(Why why) implements Cosigning {}

  /** Why nothing was kept. */
  enum Why {
    /** It is not the text of a checkpoint. */
    NO_CHECKPOINT,
    /** This ledger never signed this text. */
    NOT_OURS,
    /** No valid signature of a known witness that was not kept already. */
    NOBODY_NEW
  }
}
